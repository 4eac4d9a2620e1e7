// Reads the modules of a tree and prints what breaks the dependency rules, as JSON on standard output. Run with
// typescript-6.mjs loaded first, in a process of its own, because dependency-cruiser works on the current folder:
//   node --import <typescript-6.mjs> <cruise.mjs> <folder> <workspace> …
// Prints { modules: { [workspace]: number }, violations: { rule, comment, from, to }[] }.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';

const [folder, ...workspaces] = process.argv.slice(2);
const configuration = createRequire(import.meta.url)('../dependency-cruiser.cjs');
process.chdir(folder);

const present = workspaces.filter((workspace) => existsSync(join(folder, workspace)));
const { enhancedResolveOptions, ...options } = configuration.options;
const ruleSet = { forbidden: configuration.forbidden };
const { output } = await cruise(present, { ...options, ruleSet, validate: true }, enhancedResolveOptions);

const count = (workspace) => output.modules.filter((module) => module.source.startsWith(`${workspace}/`)).length;
const comments = new Map(configuration.forbidden.map((rule) => [rule.name, rule.comment]));
const violations = output.summary.violations.map((violation) => ({
  rule: violation.rule.name,
  comment: comments.get(violation.rule.name) ?? '',
  from: violation.from,
  to: violation.cycle ? violation.cycle.map((step) => step.name ?? step).join(' → ') : violation.to,
}));
process.stdout.write(JSON.stringify({ modules: Object.fromEntries(workspaces.map((w) => [w, count(w)])), violations }));

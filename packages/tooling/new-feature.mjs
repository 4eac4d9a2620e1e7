// `pnpm new:feature WORD`: the folders of a feature in domain, server and web, and one browser test, from templates that
// pass `pnpm check` as they are. What other files must say of it is printed, because where it goes is for a person.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './bootstrap/paths.mjs';
import { SetupError } from './bootstrap/say.mjs';
import { filesOf, messagePattern, messageSettings, remainingLines } from './new-feature/templates.mjs';

const usage = `Usage: pnpm new:feature WORD [--root DIR]

WORD is the plural that people read, in lower case: orders, stock-takes.
`;

/** Writes the files into the tree at `into`; nothing when one of them is there already. Returns their paths. */
export function writeFeature(word, into) {
  if (!/^[a-z]+(-[a-z]+)*s$/.test(word))
    throw new SetupError(`${word} is not a feature's word: take a plural in lower case, such as orders or stock-takes`);
  const files = Object.entries(filesOf(word));
  const taken = files.map(([path]) => path).filter((path) => existsSync(join(into, path)));
  if (taken.length > 0) throw new SetupError(`there already: ${taken.join(', ')}`);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  }
  listMessages(word, join(into, messageSettings));
  return files.map(([path]) => path);
}

// The page does not compile without its messages, and the messages are not made unless they are listed.
function listMessages(word, path) {
  const settings = JSON.parse(readFileSync(path, 'utf8'));
  settings['plugin.inlang.messageFormat'].pathPattern.push(messagePattern(word));
  writeFileSync(path, `${JSON.stringify(settings, null, 2)}\n`);
}

export function newFeature(args) {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { root: { type: 'string' } } });
  const [word, ...more] = positionals;
  if (word === undefined || more.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  for (const path of writeFeature(word, resolve(values.root ?? root))) process.stdout.write(`made ${path}\n`);
  process.stdout.write(`\nWhat is left, a line in each:\n${remainingLines(word)}`);
  return 0;
}

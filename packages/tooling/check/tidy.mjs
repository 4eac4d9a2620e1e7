// The house rules that no other tool knows, read from the repository itself. Each rule takes a file and gives what is wrong.
import { root } from '../bootstrap/paths.mjs';
import { readFiles } from './tidy/files.mjs';
import { specAndTests } from './tidy/spec-rules.mjs';
import { functionLength, noAny, noBarrel } from './tidy/syntax-rules.mjs';
import { bannedText, fileLength, foreignHosts, lineLength } from './tidy/text-rules.mjs';

const fileRules = [fileLength, lineLength, bannedText, foreignHosts, functionLength, noAny, noBarrel];

/** What is wrong with the files: { path, line, message }. */
export const untidy = (files) => [
  ...files.flatMap((file) => fileRules.flatMap((rule) => rule(file).map((found) => ({ path: file.path, ...found })))),
  ...specAndTests(files),
];

export async function tidy() {
  const files = readFiles(root);
  if (files.length === 0) return { ok: false, output: 'no file was read' };
  const found = untidy(files);
  return {
    ok: found.length === 0,
    output: found.map(({ path, line, message }) => `${path}:${line} ${message}`).join('\n'),
  };
}

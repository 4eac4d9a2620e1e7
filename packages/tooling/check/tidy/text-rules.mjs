// Rules on lines of text. A pattern is written so that it does not match itself: this file is read by its own rules.
import { isCode } from './files.mjs';

const fileLinesMax = 400;
const columnsMax = 140;

const every = () => true;
const notLock = (path) => !path.endsWith('.svg');

/** { pattern, where, instead }: a line of a file of `where` that matches is reported with `instead`. */
const banned = [
  {
    pattern: /\b(TOD[O]|FIXM[E]|XX[X])\b/,
    where: every,
    instead: 'finish it, or describe what is missing in docs; no notes to self in the code',
  },
  { pattern: /@ts-(ignor[e]|expect-erro[r]|nochec[k])/, where: isCode, instead: 'mend the type' },
  {
    pattern: /(eslin[t]|oxlin[t])-(disable|enable)|biom[e]-ignore/,
    where: isCode,
    instead: 'change the code, or the rule for everybody with its reason',
  },
  {
    pattern: /(v[8]|c[8]|istanbu[l]) ignore/,
    where: isCode,
    instead: 'test the code, or delete it: coverage is measured on everything',
  },
  {
    pattern: /\b(test|it|describe|suite|bench)(\.\w+)*\.(only|skip|skipIf|runIf|todo|fixme|fails)\b/,
    where: isCode,
    instead: 'let every test run, or delete it',
  },
  { pattern: /\bwaitForTimeou[t]\b/, where: isCode, instead: 'wait for what the user would see, never for time' },
  { pattern: /\bcoming soo[n]\b/i, where: every, instead: 'say nothing about what does not exist' },
  {
    pattern: /(?<![\w.\-/}:])\/(wor[k]|tm[p]|roo[t]|home\/\w+)\//,
    where: notLock,
    instead: 'no paths of one machine: use a path from the repository, or os.tmpdir()',
  },
  {
    pattern: /\b(registry\.npmj[s]\.org|deb\.debia[n]\.org|codeloa[d]\.github\.com)\b/,
    where: every,
    instead: 'no host names of registries in the project text',
  },
];

export function bannedText({ path, lines }) {
  const rules = banned.filter((rule) => rule.where(path));
  return lines.flatMap((line, index) =>
    rules.flatMap((rule) => {
      const found = rule.pattern.exec(line);
      return found === null ? [] : [{ line: index + 1, message: `"${found[0]}": ${rule.instead}` }];
    }),
  );
}

// Hosts that are never contacted (documentation names), this machine, and names that are identifiers rather than places.
const knownHosts =
  /^(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\]|www\.w3\.org|json-schema\.org|inlang\.com|cdn\.jsdelivr\.net\/npm\/@inlang.*|([\w-]+\.)*(example|test|invalid|localhost|local)|([\w-]+\.)*example\.(com|org|net))$/;
const url = /\b(?:https?|wss?):\/\/(\[[^\]]+\]|[\w.-]+)/g;

/** Code that names a host would fetch from it, or teach someone to. Documents may link. */
export function foreignHosts({ path, lines }) {
  if (!/\.(ts|tsx|mjs|cjs|js|css|html|svg)$/.test(path)) return [];
  return lines.flatMap((line, index) =>
    [...line.matchAll(url)]
      .filter(([, host]) => !knownHosts.test(host))
      .map(([, host]) => ({
        line: index + 1,
        message: `foreign host ${host}: everything the product needs comes from its own server`,
      })),
  );
}

export function lineLength({ path, lines }) {
  if (!isCode(path) && !path.endsWith('.css')) return [];
  return lines.flatMap((line, index) =>
    line.length <= columnsMax
      ? []
      : [{ line: index + 1, message: `${line.length} columns: break the line at ${columnsMax}` }],
  );
}

// `// long file: <reason>`; `#` and `/*` for other languages.
const reason = /^(\/\/|\/\*|#|<!--) long file: \S.{10,}/;

export function fileLength({ path, lines }) {
  if (!isCode(path) && !path.endsWith('.css')) return [];
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  if (count <= fileLinesMax || reason.test(lines[0] ?? '')) return [];
  return [
    {
      line: 1,
      message: `${count} lines: split it by ideas (${fileLinesMax} at most), or give the reason on line 1: "// long file: …"`,
    },
  ];
}

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
    pattern: /(?<![\w.\-/}:])\/(wor[k]|tm[p]|roo[t])\//,
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

// Names that are identifiers rather than places: of XML namespaces, schemas, and GS1 Digital Links.
const identifiers = new Set(['www.w3.org', 'json-schema.org', 'inlang.com', 'id.gs1.org']);
// Hosts of this machine, of a laboratory's own network, of documentation, and words without a dot.
const ownHosts = [
  /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$|^0\.0\.0\.0$|^\[/,
  /^[\w-]*$/,
  /(^|\.)(example|test|invalid|localhost|local|example\.(com|org|net))$/,
];
const isForeign = (host) => !identifiers.has(host) && !ownHosts.some((own) => own.test(host));
const url = /\b(?:https?|wss?):\/\/(\[[^\]]+\]|[\w.-]+)/g;

/** Code that names a host would fetch from it, or teach someone to. Documents may link. */
export function foreignHosts({ path, lines }) {
  if (!/\.(ts|tsx|mjs|cjs|js|css|html|svg)$/.test(path)) return [];
  return lines.flatMap((line, index) =>
    [...line.matchAll(url)]
      .filter(([, host]) => isForeign(host))
      .map(([, host]) => ({
        line: index + 1,
        message: `foreign host ${host}: everything the product needs comes from its own server`,
      })),
  );
}

// The formatter breaks everything but literals. A sentence or a pattern stays in one piece, so the longest literal of a line
// does not count; nor do tables of data, a record a line.
const literal = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|\/(?![/*])(?:[^/\\]|\\.)+\//g;
const isTable = (path) => /\/(fixtures|scenarios)\//.test(path);
const longestLiteral = (line) => Math.max(0, ...[...line.matchAll(literal)].map(([text]) => text.length));

export function lineLength({ path, lines }) {
  if (!isCode(path) || isTable(path)) return [];
  return lines.flatMap((line, index) => {
    if (line.length <= columnsMax || line.length - longestLiteral(line) <= columnsMax) return [];
    return [{ line: index + 1, message: `${line.length} columns: break the line at ${columnsMax}` }];
  });
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

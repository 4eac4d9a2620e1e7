// The specification and its tests: every numbered rule of a SPEC.md is named by the title of at least one test, `[OB3] …`,
// and every number in a title is a rule. A rule stands as a heading, or as a list item or table row that begins with its
// number: `### OB3 …`, `- **OB3** …`, `| OB3 | …`.
import { isTest } from './files.mjs';
import { testTitles } from './syntax-rules.mjs';

const rule = /^(?:#{2,6}\s+|[-*]\s+|\|\s*|)(?:\*\*)?\[?([A-Z]{1,3}\d+)\]?(?=[\s.:|*]|$)/;
const boldOrMarked = /^(#{2,6}\s|[-*]\s+(\*\*|\[)|\||\*\*)/;
const bracket = /\[([A-Z]{1,3}\d+(?:,\s*[A-Z]{1,3}\d+)*)\]/g;

/** The rules of a specification: { number, line }. */
export const rulesOf = ({ lines }) =>
  lines.flatMap((line, index) => {
    const found = boldOrMarked.test(line) ? rule.exec(line) : null;
    return found === null ? [] : [{ number: found[1], line: index + 1 }];
  });

export const numbersIn = (title) => [...title.matchAll(bracket)].flatMap(([, list]) => list.split(/,\s*/));

/** Over all files; resolves with { path, line, message }. */
export function specAndTests(files) {
  const rules = files
    .filter(({ path }) => path.startsWith('packages/') && path.endsWith('/SPEC.md'))
    .flatMap((file) => rulesOf(file).map((found) => ({ path: file.path, ...found })));
  const named = files
    .filter(({ path, text }) => isTest(path) && text.includes('[') && !path.startsWith('packages/tooling/'))
    .flatMap((file) =>
      testTitles(file).flatMap(({ line, title }) =>
        numbersIn(title).map((number) => ({ path: file.path, line, number })),
      ),
    );
  const known = new Set(rules.map(({ number }) => number));
  const tested = new Set(named.map(({ number }) => number));
  const seen = new Set();
  const twice = rules.filter(({ number }) => seen.has(number) || !seen.add(number));
  return [
    ...twice.map(({ path, line, number }) => ({
      path,
      line,
      message: `${number} stands twice: give the later rule a number of its own`,
    })),
    ...rules
      .filter(({ number }) => !tested.has(number))
      .map(({ path, line, number }) => ({
        path,
        line,
        message: `no test is titled [${number}] …: write one, or delete the rule`,
      })),
    ...named
      .filter(({ number }) => !known.has(number))
      .map(({ path, line, number }) => ({
        path,
        line,
        message: `[${number}] is no rule of a SPEC.md: correct the number, or write the rule`,
      })),
  ];
}

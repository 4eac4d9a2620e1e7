// Rules that need the syntax tree. TypeScript 6 reads it: TypeScript 7 has no such face.
import ts from 'typescript';
import { isCode, isTest } from './files.mjs';

const linesMax = { usual: 70, domain: 40, component: 120 };

const parse = ({ path, text }) => {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : path.endsWith('js') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
};

const lineOf = (source, position) => source.getLineAndCharacterOfPosition(position).line + 1;

function visit(node, see) {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

const isFunction = (node) => ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;

// The name a reader knows the function by: its own, or that of the variable or property it is the value of, also through
// wrappers such as memo(function …).
function nameOf(node) {
  if (node.name !== undefined) return node.name.getText();
  let parent = node.parent;
  while (ts.isCallExpression(parent) || ts.isParenthesizedExpression(parent) || ts.isSatisfiesExpression(parent))
    parent = parent.parent;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : '';
}

// The body of a describe() is a list of tests, not one function to be understood.
function isTestGroup(node) {
  const call = node.parent;
  return ts.isCallExpression(call) && call.arguments.includes(node) && /^describe\b/.test(call.expression.getText());
}

const capFor = (path, name) => {
  if (path.endsWith('.tsx') && /^[A-Z]/.test(name)) return linesMax.component;
  return path.startsWith('packages/domain/src/') && !isTest(path) ? linesMax.domain : linesMax.usual;
};

export function functionLength(file) {
  if (!isCode(file.path)) return [];
  const source = parse(file);
  const found = [];
  visit(source, (node) => {
    if (!isFunction(node) || isTestGroup(node)) return;
    const first = lineOf(source, node.getStart());
    const count = lineOf(source, node.end) - first + 1;
    const name = nameOf(node);
    const cap = capFor(file.path, name);
    if (count > cap)
      found.push({
        line: first,
        message: `${name || 'function'} has ${count} lines: take steps out of it (${cap} at most)`,
      });
  });
  return found;
}

export function noAny(file) {
  if (!/\.[mc]?tsx?$/.test(file.path)) return [];
  const source = parse(file);
  const found = [];
  visit(source, (node) => {
    if (node.kind !== ts.SyntaxKind.AnyKeyword) return;
    found.push({ line: lineOf(source, node.getStart()), message: 'any: name the type, or take unknown and narrow it' });
  });
  return found;
}

export function noBarrel(file) {
  if (!isCode(file.path)) return [];
  const source = parse(file);
  return source.statements
    .filter((statement) => ts.isExportDeclaration(statement) && statement.exportClause === undefined)
    .map((statement) => ({
      line: lineOf(source, statement.getStart()),
      message: 'export *: import from the module itself; the index.ts of a feature names what it offers',
    }));
}

const titled = /^(test|it|describe)\b/;

/** The titles of tests and groups, as written: { line, title }. */
export function testTitles(file) {
  const source = parse(file);
  const titles = [];
  visit(source, (node) => {
    if (!ts.isCallExpression(node) || !titled.test(node.expression.getText())) return;
    const [title] = node.arguments;
    if (title === undefined || !(ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) return;
    titles.push({ line: lineOf(source, title.getStart()), title: title.getText().slice(1, -1) });
  });
  return titles;
}

// dependency-cruiser reads TypeScript through the compiler's JavaScript API, which TypeScript 7 no longer has. It does not
// depend on a compiler: it takes whatever `typescript` the workspace root holds, and with version 7 it reads no module at
// all and reports success. This module, loaded before it, hands it the version 6 that this package depends on.
import Module, { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const entry = require.resolve('typescript');
const manifest = require.resolve('typescript/package.json');
const redirects = { typescript: entry, 'typescript/package.json': manifest };

// For its require() calls (the version test).
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function resolveWithTypescript6(request, ...rest) {
  return redirects[request] ?? resolveFilename.call(this, request, ...rest);
};

// For its import() calls (the compiler itself).
const hook = `export async function resolve(specifier, context, next) {
  if (specifier === 'typescript') return { url: ${JSON.stringify(pathToFileURL(entry).href)}, shortCircuit: true };
  return next(specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`, import.meta.url);

import { expect, test } from 'vitest';
import { precachedFiles, shellFiles, staticClosure } from './sizes.mjs';

const manifest = {
  'index.html': {
    file: 'assets/index.js',
    isEntry: true,
    imports: ['_react.js'],
    dynamicImports: ['src/features/items/list.tsx'],
    css: ['assets/a.css'],
  },
  '_react.js': { file: 'assets/react.js', css: ['assets/a.css'] },
  'src/features/items/list.tsx': { file: 'assets/list.js', isDynamicEntry: true, imports: ['_table.js', '_react.js'] },
  'src/features/people/list.tsx': { file: 'assets/people.js', isDynamicEntry: true },
  '_table.js': { file: 'assets/table.js', imports: ['_react.js'] },
};

test('the shell is the entry, the page of Items and what both import, each file once', () => {
  const { js, css } = shellFiles(manifest);
  expect(js).toHaveLength(4);
  expect(new Set(js)).toEqual(new Set(['assets/index.js', 'assets/list.js', 'assets/react.js', 'assets/table.js']));
  expect(css).toEqual(['assets/a.css']);
});

test('a dynamic import is not part of what a chunk needs at once', () => {
  expect(staticClosure(manifest, ['index.html'])).toEqual(['index.html', '_react.js']);
});

test('the list of kept files is read from the built service worker, minified or not', () => {
  expect(precachedFiles('[{"revision":null,"url":"assets/a.js"},{url:"index.html",revision:"1"}]')).toEqual([
    'assets/a.js',
    'index.html',
  ]);
});

import { expect, test } from 'vitest';
import { blocksOf } from './blocks.ts';

test('lines are paragraphs, lines with a dash one list, stars make words strong', () => {
  expect(blocksOf('One\n- **A** b\n- c\n\nTwo')).toEqual([
    { kind: 'paragraph', spans: [{ text: 'One', strong: false }] },
    {
      kind: 'list',
      items: [
        [
          { text: 'A', strong: true },
          { text: ' b', strong: false },
        ],
        [{ text: 'c', strong: false }],
      ],
    },
    { kind: 'paragraph', spans: [{ text: 'Two', strong: false }] },
  ]);
});

test('two lists with a paragraph between them stay two', () => {
  expect(blocksOf('- a\nb\n- c').map(({ kind }) => kind)).toEqual(['list', 'paragraph', 'list']);
});

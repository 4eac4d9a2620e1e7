import { expect, test } from 'vitest';
import { parseCommand, scanModes } from './modes.ts';

test('a card chooses a mode or undoes, in any case', () => {
  for (const mode of scanModes) expect(parseCommand(`tidylab:mode:${mode}`)).toEqual({ kind: 'mode', mode });
  expect(parseCommand(' TIDYLAB:MODE:USE ')).toEqual({ kind: 'mode', mode: 'use' });
  expect(parseCommand('tidylab:undo')).toEqual({ kind: 'undo' });
});

test('nothing else is a card', () => {
  for (const text of [
    '',
    'undo',
    'tidylab:',
    'tidylab:mode',
    'tidylab:mode:',
    'tidylab:mode:sell',
    'tidylab:undo:all',
    'x:mode:use',
  ])
    expect(parseCommand(text)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { TONES } from './tones.ts';

test('the two tones differ in pitch by more than an octave, in rhythm and in timbre', () => {
  const [success, attention] = [TONES.success, TONES.attention];
  const lowest = Math.min(...success.notes.map((note) => note.pitch));
  const highest = Math.max(...attention.notes.map((note) => note.pitch));
  expect(lowest).toBeGreaterThan(2 * highest);
  expect(success.notes.length).not.toBe(attention.notes.length);
  expect(success.shape).not.toBe(attention.shape);
});

test('the success tone is over before the next scan can come', () => {
  const end = Math.max(...TONES.success.notes.map((note) => note.from + note.length));
  expect(end * 1000).toBeLessThan(250);
});

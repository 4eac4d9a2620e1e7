import { expect, test } from 'vitest';
import { parseTray, trayMax, type WaitingCode, withCode } from './tray.ts';

const waiting = (text: string): WaitingCode => ({ text, symbology: ']d2', via: 'camera', mode: 'use', why: 'no-lot' });

test('the tray survives being written and read, separators included', () => {
  const tray = [waiting('01095201234567881010A\u001d17271231'), waiting('B')];
  expect(parseTray(JSON.stringify(tray))).toEqual(tray);
});

test('what another version wrote is understood as far as possible, and never throws', () => {
  expect(parseTray(null)).toEqual([]);
  expect(parseTray('{')).toEqual([]);
  expect(parseTray('{"text":"A"}')).toEqual([]);
  expect(parseTray('[null, 3, {"text":""}, {"text":"A","via":"x","why":"toString"}]')).toEqual([
    { text: 'A', symbology: null, via: 'typed', mode: 'look', why: 'unknown' },
  ]);
});

test('beyond its limit the oldest codes are dropped', () => {
  const full = Array.from({ length: trayMax + 5 }, (_, i) => `C${i}`).reduce<readonly WaitingCode[]>(
    (tray, text) => withCode(tray, waiting(text)),
    [],
  );
  expect(full).toHaveLength(trayMax);
  expect(full[0]?.text).toBe(`C${trayMax + 4}`);
});

import { expect, test } from 'vitest';
import { holdBusy, isBusy } from './busy.ts';

test('nobody is busy at first', () => {
  expect(isBusy()).toBe(false);
});

test('the app is busy until the last of those who hold it lets go, and letting go twice counts once', () => {
  const scan = holdBusy('scan');
  const form = holdBusy('form');
  scan();
  scan();
  expect(isBusy()).toBe(true);
  form();
  expect(isBusy()).toBe(false);
});

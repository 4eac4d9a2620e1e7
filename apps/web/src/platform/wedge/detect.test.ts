import { expect, test } from 'vitest';
import { GS, type WedgeKey, wedgeIdle, wedgeKey } from './detect.ts';

type Press = Partial<WedgeKey> & { readonly key: string };

const run = (presses: readonly Press[], gap: number) => {
  let state = wedgeIdle;
  let at = 1000;
  const scans: string[] = [];
  const swallowed: string[] = [];
  for (const press of presses) {
    at += gap;
    const plain = { at, ctrl: false, alt: false, meta: false, repeat: false, inTextField: false };
    const result = wedgeKey(state, { ...plain, ...press });
    at = press.at ?? at;
    state = result.state;
    if (result.scan !== undefined) scans.push(result.scan);
    if (result.swallow) swallowed.push(press.key);
  }
  return { scans, swallowed };
};

const keys = (text: string): readonly Press[] => [...text].map((key) => ({ key }));
const enter = { key: 'Enter' };

test('quick characters that end in Enter or Tab are a scan', () => {
  expect(run([...keys('0109520123456788'), enter], 8).scans).toEqual(['0109520123456788']);
  expect(run([...keys('ABC-1'), { key: 'Tab' }], 30).scans).toEqual(['ABC-1']);
});

test('a person typing is no scan, and no key of theirs is held back', () => {
  expect(run([...keys('hello'), enter], 90)).toEqual({ scans: [], swallowed: [] });
  expect(run([...keys('hello'), enter], 300)).toEqual({ scans: [], swallowed: [] });
});

test('three characters are no scan', () => {
  expect(run([...keys('abc'), enter], 5)).toEqual({ scans: [], swallowed: [] });
});

test('the median counts, so that one hiccup of the scanner does no harm', () => {
  const presses = keys('ABCDEFGH').map((press, i) => (i === 4 ? { ...press, at: 1160 } : press));
  expect(run([...presses, enter], 10).scans).toEqual(['ABCDEFGH']);
});

test('a text after a pause is a new text', () => {
  const first = keys('s');
  const second = keys('12345').map((press, i) => ({ ...press, at: 2000 + i * 10 }));
  expect(run([...first, ...second, { ...enter, at: 2060 }], 10).scans).toEqual(['12345']);
});

test('Enter long after the last character belongs to the person', () => {
  expect(run([...keys('12345'), { ...enter, at: 5000 }], 10)).toEqual({ scans: [], swallowed: ['4', '5'] });
});

test.each([
  ['Ctrl+]', [{ key: 'Control' }, { key: ']', ctrl: true }]],
  ['F8', [{ key: 'F8' }]],
  [
    'Alt+029',
    [
      { key: 'Alt', alt: true },
      { key: '0', alt: true },
      { key: '2', alt: true },
      { key: '9', alt: true },
    ],
  ],
])('%s inside a scan is the separator', (_, separator) => {
  const { scans, swallowed } = run([...keys('10AB'), ...separator, ...keys('17271231'), enter], 10);
  expect(scans).toEqual([`10AB${GS}17271231`]);
  expect(swallowed).toContain(separator.at(-1)?.key);
});

test('another number typed with Alt is not taken for a separator', () => {
  const alt = ['0', '6', '4'].map((key) => ({ key, alt: true }));
  expect(run([...keys('10AB'), ...alt, ...keys('1727'), enter], 10).scans).toEqual(['1727']);
});

test('digits of an Alt sequence left unfinished do not join the next one', () => {
  const late = ['0', '2', '9'].map((key, i) => ({ key, alt: true, at: 3000 + i * 10 }));
  const { scans } = run([{ key: '0', alt: true }, ...late, ...keys('1727'), enter], 10);
  expect(scans).toEqual([`${GS}1727`]);
});

test('shift between the characters does not matter', () => {
  const shifted = [...'AbCdE'].flatMap((key) => [{ key: 'Shift' }, { key }]);
  expect(run([...shifted, enter], 6).scans).toEqual(['AbCdE']);
});

test('shortcuts are never held back, even when pressed quickly', () => {
  for (const shortcut of [
    { key: 'k', ctrl: true },
    { key: 'k', meta: true },
    { key: 'F8' },
    { key: ']', ctrl: true },
    { key: 'Escape' },
    { key: 'ArrowDown' },
    { key: '1', alt: true },
  ]) {
    expect(run([shortcut], 10).swallowed).toEqual([]);
  }
  expect(run([...keys('abcd'), { key: 'c', ctrl: true }, enter], 10).scans).toEqual([]);
});

test('characters of AltGr are characters', () => {
  expect(run([...keys('A1'), { key: '@', ctrl: true, alt: true }, ...keys('B2'), enter], 10).scans).toEqual(['A1@B2']);
});

test('keys that go into a text field are left alone', () => {
  const typed = [...keys('0109520123456788'), enter].map((press) => ({ ...press, inTextField: true }));
  expect(run(typed, 8)).toEqual({ scans: [], swallowed: [] });
});

test('a key held down is no scanner', () => {
  const held = keys('aaaaaaaa').map((press) => ({ ...press, repeat: true }));
  expect(run([...held, enter], 30)).toEqual({ scans: [], swallowed: [] });
});

test('from the fourth quick character on, shortcuts see nothing of a scan', () => {
  expect(run([...keys('s/abc d'), enter], 10).swallowed).toEqual(['b', 'c', ' ', 'd', 'Enter']);
});

test('a text longer than any label is dropped', () => {
  expect(run([...keys('1'.repeat(1200)), enter], 2).scans.every((scan) => scan.length < 1000)).toBe(true);
});

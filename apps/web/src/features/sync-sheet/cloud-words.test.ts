import { expect, test } from 'vitest';
import type { SyncStatus } from '../../sync/index.ts';
import { cloudFace } from './cloud-face.ts';
import { cloudWords } from './cloud-words.ts';

const synced: SyncStatus = {
  phase: 'synced',
  unsent: 0,
  unsentByType: {},
  oldestUnsentMs: null,
  contactMs: 1000,
  offlineSinceMs: null,
  rejected: 0,
  parked: 0,
  problem: null,
  hasData: true,
};

const say = (part: Partial<SyncStatus>): string => cloudWords(cloudFace({ ...synced, ...part }), () => '09:41').text;

test('each state of sync has words that say what is true', () => {
  expect(say({})).toBe('Synced');
  expect(say({ phase: 'starting' })).toBe('Starting');
  expect(say({ phase: 'to-send', unsent: 3 })).toBe('3 to send');
  expect(say({ phase: 'sending', unsent: 3 })).toBe('Sending 3');
  expect(say({ phase: 'sending' })).toBe('Syncing');
});

test('what needs a person counts rejected and waiting changes together', () => {
  expect(say({ phase: 'attention', rejected: 1, unsent: 7 })).toBe('1 needs you');
  expect(say({ phase: 'attention', rejected: 1, parked: 2 })).toBe('3 need you');
});

test('offline says since when, and never that work is lost', () => {
  expect(say({ phase: 'offline', offlineSinceMs: 5, unsent: 2 })).toBe('Offline since 09:41');
  expect(say({ phase: 'offline' })).toBe('Offline');
});

test('an ended session asks to sign in for the changes that wait for it', () => {
  expect(say({ phase: 'locked', unsent: 2, parked: 1 })).toBe('Sign in to confirm 3');
  expect(say({ phase: 'locked' })).toBe('Sign in to sync');
});

test('only what needs a person is shown in amber', () => {
  const tones = (['starting', 'synced', 'to-send', 'sending', 'offline', 'attention', 'locked'] as const).map(
    (phase) => cloudFace({ ...synced, phase }).tone,
  );
  expect(tones).toEqual(['busy', 'calm', 'busy', 'busy', 'busy', 'warn', 'warn']);
});

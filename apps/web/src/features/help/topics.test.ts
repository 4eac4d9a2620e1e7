import { expect, test } from 'vitest';
import { getLocale, overwriteGetLocale } from '../../paraglide/runtime.js';
import { blocksOf } from './blocks.ts';
import { topicIds, topicOf } from './topic-ids.ts';
import { findTopics, topics } from './topics.ts';

test('every topic has a place in the list, in the same order', () => {
  expect(topics.map(({ id }) => id)).toEqual(topicIds);
});

test('a screen is explained by the topic of the longest path that covers it', () => {
  expect(topicOf('/scan')).toBe('scanning');
  expect(topicOf('/items/0190')).toBe('finding');
  expect(topicOf('/items/new')).toBe('records');
  expect(topicOf('/settings')).toBe('sharing');
  expect(topicOf('/settings/people/0190')).toBe('people');
  expect(topicOf('/')).toBe('first-steps');
  expect(topicOf('/scanner-of-another-kind')).toBe('first-steps');
});

test('a word of the title comes before a word of the text, and all words must be there', () => {
  expect(findTopics('undo')[0]?.id).toBe('undo');
  expect(findTopics('CLOUD').map(({ id }) => id)).toContain('cloud');
  expect(findTopics('cloud zebra')).toEqual([]);
  expect(findTopics('  ')).toEqual(topics);
});

test('every text is there in both languages and can be read as blocks', () => {
  const locale = getLocale();
  for (const language of ['en', 'de'] as const) {
    overwriteGetLocale(() => language);
    for (const { title, text } of topics) {
      expect(title()).not.toBe('');
      expect(blocksOf(text()).length).toBeGreaterThan(0);
      expect(text().split('**').length % 2).toBe(1);
    }
  }
  overwriteGetLocale(() => locale);
});

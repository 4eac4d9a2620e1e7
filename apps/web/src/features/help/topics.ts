/** The topics of the help in their order. Their texts are messages, so they come with the app and need no network. */
import { m } from '../../paraglide/messages.js';
import { foldText, queryWords } from '../../ui/data-grid/search-text.ts';
import type { TopicId } from './topic-ids.ts';

export interface Topic {
  readonly id: TopicId;
  readonly title: () => string;
  readonly text: () => string;
}

export const topics: readonly Topic[] = [
  { id: 'first-steps', title: m.help_first_title, text: m.help_first_text },
  { id: 'scanning', title: m.help_scan_title, text: m.help_scan_text },
  { id: 'finding', title: m.help_find_title, text: m.help_find_text },
  { id: 'cloud', title: m.help_cloud_title, text: m.help_cloud_text },
  { id: 'numbers', title: m.help_numbers_title, text: m.help_numbers_text },
  { id: 'undo', title: m.help_undo_title, text: m.help_undo_text },
  { id: 'records', title: m.help_records_title, text: m.help_records_text },
  { id: 'reviews', title: m.help_reviews_title, text: m.help_reviews_text },
  { id: 'sharing', title: m.help_sharing_title, text: m.help_sharing_text },
  { id: 'offline', title: m.help_offline_title, text: m.help_offline_text },
  { id: 'people', title: m.help_people_title, text: m.help_people_text },
  { id: 'shortcuts', title: m.help_keys_title, text: m.help_keys_text },
  { id: 'scanners', title: m.help_scanners_title, text: m.help_scanners_text },
];

/** The topics that hold all the words, those with one in the title first. */
export function findTopics(query: string): readonly Topic[] {
  const words = queryWords(query);
  const inTitle: Topic[] = [];
  const inText: Topic[] = [];
  for (const topic of topics) {
    const title = foldText(topic.title());
    const all = `${title}\n${foldText(topic.text())}`;
    if (!words.every((word) => all.includes(word))) continue;
    (words.some((word) => title.includes(word)) ? inTitle : inText).push(topic);
  }
  return words.length === 0 ? topics : [...inTitle, ...inText];
}

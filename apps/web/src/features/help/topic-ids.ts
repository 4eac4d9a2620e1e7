/** Which topic explains which screen. Without texts, so that the shell can link to help without holding it. */
export const topicIds = [
  'first-steps',
  'scanning',
  'finding',
  'cloud',
  'numbers',
  'undo',
  'records',
  'reviews',
  'sharing',
  'offline',
  'people',
  'shortcuts',
  'scanners',
] as const;
export type TopicId = (typeof topicIds)[number];

export const isTopicId = (text: unknown): text is TopicId => topicIds.some((id) => id === text);

/** The longest beginning of a path decides. */
const byPath: readonly (readonly [path: string, topic: TopicId])[] = [
  ['/scan', 'scanning'],
  ['/c', 'scanning'],
  ['/items/new', 'records'],
  ['/items', 'finding'],
  ['/locations', 'records'],
  ['/lots', 'numbers'],
  ['/containers', 'numbers'],
  ['/movements', 'undo'],
  ['/reviews', 'reviews'],
  ['/settings', 'sharing'],
  ['/settings/device', 'offline'],
  ['/settings/people', 'people'],
  ['/settings/roles', 'people'],
  ['/settings/lab', 'people'],
];

export function topicOf(pathname: string): TopicId {
  const covers = (path: string): boolean => pathname === path || pathname.startsWith(`${path}/`);
  const found = byPath.filter(([path]) => covers(path)).toSorted(([a], [b]) => b.length - a.length)[0];
  return found?.[1] ?? 'first-steps';
}

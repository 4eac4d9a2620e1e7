/** Changes by type, and problems of sync, in words. */
import { m } from '../../paraglide/messages.js';

const byType: Readonly<Record<string, (input: { n: number }) => string>> = {
  'post-receive': m.app_type_receive,
  'post-consume': m.app_type_consume,
  'post-transfer': m.app_type_transfer,
  'post-adjust': m.app_type_adjust,
  'post-count': m.app_type_count,
  'void-posting': m.app_type_void,
  'create-record': m.app_type_create,
};

/** "3 uses, 2 receipts", most first; types without a word of their own are added up. */
export function changesInWords(unsentByType: Readonly<Record<string, number>>, locale: string): string {
  let others = 0;
  const words: { n: number; text: string }[] = [];
  for (const [type, n] of Object.entries(unsentByType)) {
    const say = byType[type];
    if (n <= 0) continue;
    if (say) words.push({ n, text: say({ n }) });
    else others += n;
  }
  words.sort((a, b) => b.n - a.n);
  if (others > 0) words.push({ n: others, text: m.app_type_other({ n: others }) });
  return new Intl.ListFormat(locale, { type: 'unit' }).format(words.map(({ text }) => text));
}

const problems: Readonly<Record<string, () => string>> = {
  network: m.app_problem_network,
  'not-our-server': m.app_problem_not_our_server,
  'signed-out': m.app_problem_signed_out,
  server: m.app_problem_server,
  'storage-full': m.app_problem_storage_full,
  'new-stream-needed': m.app_problem_new_stream,
};

/** What failed and what to do. */
export const problemInWords = (code: string): string => problems[code]?.() ?? m.app_problem_other({ code });

/**
 * The little structure that help texts have: lines are paragraphs, lines after `- ` are one list, `**words**` are
 * strong. Enough for a person who translates, and nothing that could hold markup.
 */
export interface Span {
  readonly text: string;
  readonly strong: boolean;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] };

function spansOf(line: string): Span[] {
  return line
    .split('**')
    .map((text, at) => ({ text, strong: at % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let list: (readonly Span[])[] | null = null;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    if (!line.startsWith('- ')) {
      list = null;
      blocks.push({ kind: 'paragraph', spans: spansOf(line) });
      continue;
    }
    if (!list) blocks.push({ kind: 'list', items: (list = []) });
    list.push(spansOf(line.slice(2)));
  }
  return blocks;
}

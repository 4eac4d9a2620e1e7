/**
 * The rows of a list that are near the window's view, and moving between them by keyboard. The page itself scrolls,
 * so a list can stand below other content; only some thirty rows are in the document, however many there are.
 */
import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type RefCallback,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

export interface WindowRows {
  readonly items: readonly VirtualItem[];
  /** Pixels of rows left out above and below. */
  readonly before: number;
  readonly after: number;
  readonly measure: RefCallback<HTMLElement>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const steps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** The key of each row by its index, the same function while the rows are the same. */
export const useKeyOf = <T>(rows: readonly T[], rowKey: (row: T) => string): ((index: number) => string) =>
  useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? '' : rowKey(row);
    },
    [rows, rowKey],
  );

/** The distance of an element from the top of the document; kept up with what changes above it. */
function useDocumentTop(body: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const read = (): void => setTop(Math.round(element.getBoundingClientRect().top + window.scrollY));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [body]);
  return top;
}

/**
 * @param body the element that holds the rows. Each row carries `data-index` and one link or button marked
 * `data-row-link`. `keyOf` must be the same function for the same rows: a new one measures all of them again.
 */
export function useWindowRows(
  body: RefObject<HTMLElement | null>,
  rows: { count: number; rowHeight: number; keyOf: (index: number) => string },
): WindowRows {
  const { count, rowHeight, keyOf } = rows;
  const top = useDocumentTop(body);
  const wanted = useRef<number | null>(null);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: 2 * rowHeight,
    scrollPaddingEnd: 2 * rowHeight,
    getItemKey: keyOf,
  });
  const items = virtualizer.getVirtualItems();

  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] [data-row-link]`);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = steps[event.key];
    const from =
      event.target instanceof HTMLElement && event.target.closest('[data-row-link]')
        ? event.target.closest('[data-index]')
        : null;
    if (!step || !from || event.altKey || event.ctrlKey || event.metaKey) return;
    const index = Math.min(Math.max(step(Number(from.getAttribute('data-index')), count - 1), 0), count - 1);
    event.preventDefault();
    wanted.current = index;
    virtualizer.scrollToIndex(index, { align: 'auto' });
    const link = body.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-link]`);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  };

  const first = items[0];
  const last = items.at(-1);
  return {
    items,
    before: first ? first.start - top : 0,
    after: last ? virtualizer.getTotalSize() - (last.end - top) : 0,
    measure: virtualizer.measureElement,
    onKeyDown,
  };
}

/**
 * Reads a base from its segments: the manifest's chunks, then every page that continues them (SPEC S6). What is put
 * together is shown by nobody until it is whole.
 */
import { type Stamp, isStamp, laterStamp } from '@tidylab/domain/kernel/stamp';
import { readChunk } from '@tidylab/sync/protocol/chunk';
import type { Page, Part } from '@tidylab/sync/protocol/messages';
import { lineOf, type Manifest, pageKey, type Segment, segmentFormat } from '@tidylab/sync/protocol/stored';
import { BaseDraft } from '@tidylab/sync/replica/base-draft';
import type { Breath } from './breath.ts';
import type { BaseStore } from './ports.ts';

export interface ReadBase {
  readonly draft: BaseDraft;
  /** Pages that came after the chunks. */
  readonly pages: number;
  /** The highest effective stamp in it. */
  readonly eff: Stamp;
}

const noStamp: Stamp = '0'.repeat(16);

/** Null when a chunk is missing, or is of a format that this version does not read. */
export async function readBase(
  base: Pick<BaseStore, 'segment'>,
  manifest: Manifest,
  breath: Breath,
): Promise<ReadBase | null> {
  if (manifest.fmt !== segmentFormat) return null;
  const draft = new BaseDraft(manifest);
  let eff = noStamp;
  for (const key of manifest.chunks) {
    const parts = partsOf(await base.segment(key));
    if (!parts) return null;
    draft.put(parts);
    for (const part of parts) eff = laterStamp(eff, stampOf(part));
    await breath();
  }
  let pages = 0;
  for (;;) {
    const page = pageOf(await base.segment(pageKey(lineOf(manifest), manifest.scopeId, draft.cursor)));
    if (!page || !draft.applyPage(page)) return { draft, pages, eff };
    for (const row of page.rows) eff = laterStamp(eff, row.eff);
    pages++;
    await breath();
  }
}

/** What a chunk's segment holds; null when it is not there or cannot be read. */
function partsOf(segment: Segment | null): Part[] | null {
  return segment?.fmt === segmentFormat && segment.type === 'chunk' ? readChunk(segment.payload.data) : null;
}

export function pageOf(segment: Segment | null): Page | null {
  return segment?.fmt === segmentFormat && segment.type === 'page' ? (JSON.parse(segment.payload.data) as Page) : null;
}

/** The stamp of a posting; other parts do not tell theirs. */
function stampOf({ kind, value }: Part): Stamp {
  const eff = kind === 'posting' ? (value as { eff?: unknown }).eff : undefined;
  return typeof eff === 'string' && isStamp(eff) ? eff : noStamp;
}

export const chunkSegment = (
  manifest: Pick<Manifest, 'lab' | 'epoch' | 'scopeId'>,
  key: string,
  text: string,
): Segment => ({
  key,
  fmt: segmentFormat,
  type: 'chunk',
  lab: manifest.lab,
  epoch: manifest.epoch,
  scopeId: manifest.scopeId,
  since: '',
  next: '',
  payload: { alg: 'none', kid: '', data: text },
});

/** Recording a receipt, which is several ops: one that was interrupted goes on where it stopped. */
import type { Result } from '@tidylab/domain/kernel/result';
import { useRef, useState } from 'react';
import { m } from '../../paraglide/messages.js';
import type { Intent, LabClient } from '../../store/lab-client.ts';
import { useLab } from '../../store/use-live.tsx';
import { newId, newOwnCode, recordAll } from '../lots/index.ts';
import { failureText, undoPosting } from '../movements/index.ts';
import { editRecord } from '../records/index.ts';
import type { VesselIds } from './receipt.ts';

const places = new Map<string, string>();

/** Where the last delivery of this lab was put, for as long as the app runs: the next one mostly goes there too. */
export function rememberedPlace({ lab, replica }: LabClient): string | null {
  const id = places.get(lab.id) ?? null;
  return id !== null && replica.record('location', id)?.deletedAt === null ? id : null;
}

export function rememberPlace({ lab }: LabClient, placeId: string | null): void {
  if (placeId !== null) places.set(lab.id, placeId);
}

export interface Recorded {
  readonly postingId: string;
  /** The new vessels; none for loose stock. */
  readonly containers: readonly string[];
}

/** Voids the posting. The vessels keep their labels and stay, as empty ones. */
export async function undoReceipt(client: LabClient, { postingId, containers }: Recorded): Promise<Result<unknown>> {
  const undone = await undoPosting(client, postingId);
  if (!undone.ok) return undone;
  for (const id of containers) {
    const marked = await editRecord(client, 'container', id, { state: 'empty' });
    if (!marked.ok && marked.code !== 'nothing-to-change') return marked;
  }
  return undone;
}

const containersIn = (intents: readonly Intent[]): readonly string[] =>
  intents.flatMap(({ body }) => (body['kind'] === 'container' ? [String(body['id'])] : []));

interface Receipt {
  readonly recording: boolean;
  /** Some of it is recorded: how it is received must stay as it is. */
  readonly begun: boolean;
  readonly failure: string | null;
  /** Null: it could not be recorded, and `failure` says why. */
  record(plan: (ids: (count: number) => readonly VesselIds[]) => readonly Intent[]): Promise<Recorded | null>;
}

export function useReceipt(): Receipt {
  const client = useLab();
  // The plan of the first attempt is kept: trying again goes on with it, so that nothing is there twice.
  const plan = useRef<readonly Intent[] | null>(null);
  const [done, setDone] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  const [recording, setRecording] = useState(false);
  const makeIds = (count: number): readonly VesselIds[] =>
    Array.from({ length: count }, () => ({
      container: newId(client),
      barcode: newId(client),
      code: newOwnCode(client),
    }));
  const record: Receipt['record'] = async (make) => {
    setRecording(true);
    const intents = done > 0 && plan.current ? plan.current : make(makeIds);
    plan.current = intents;
    const progress = await recordAll(client, intents, done);
    setDone(progress.done);
    setRecording(false);
    if (progress.failure === null)
      return progress.last ? { postingId: progress.last.id, containers: containersIn(intents) } : null;
    const why = failureText(progress.failure);
    setFailure(
      progress.done === 0 ? why : `${why} ${m.items_receive_partly({ done: progress.done, all: intents.length })}`,
    );
    return null;
  };
  return { recording, begun: done > 0, failure, record };
}

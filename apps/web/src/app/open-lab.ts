/** A lab that is open in this tab: its stores, its engine, and what features see of it. */
import { toBase64url } from '@tidylab/domain/kernel/bytes';
import { signedBytes } from '@tidylab/sync/protocol/op';
import { sendJson } from '../platform/runtime/http.ts';
import { signBytes } from '../platform/runtime/keys.ts';
import {
  browserClock,
  browserLocks,
  browserTimers,
  randomBytes,
  rememberedTime,
  tabChannel,
} from '../platform/runtime/runtime.ts';
import { listenForPokes, listenForReturn } from '../platform/runtime/wake.ts';
import { openBase } from '../store/base.ts';
import type { Profile, ProfilePerson, StreamKey } from '../store/device-store.ts';
import type { LabClient } from '../store/lab-client.ts';
import type { OpenOutbox } from '../store/outbox.ts';
import { Engine } from '../sync/engine.ts';
import type { SyncControl } from '../sync/use-sync.tsx';

export interface OpenedLab {
  readonly client: LabClient;
  readonly sync: SyncControl;
  close(): Promise<void>;
}

export const appVersion = String(import.meta.env['VITE_APP_VERSION'] ?? '');

export async function openLab(
  lab: Profile['lab'],
  me: ProfilePerson,
  outbox: OpenOutbox,
  key: StreamKey,
): Promise<OpenedLab> {
  const base = await openBase(lab.id);
  const engine = new Engine({
    outbox,
    base,
    transport: { send: sendJson },
    clock: browserClock,
    timers: browserTimers,
    locks: browserLocks,
    signer: { sign: async (op) => toBase64url(await signBytes(key.privateKey, signedBytes(op))) },
    memory: rememberedTime(`tidylab:${lab.id}:contact`),
    tabs: tabChannel(`tidylab:${lab.id}:news`),
    random: randomBytes,
    app: appVersion,
  });
  await engine.open();
  const undo = [listenForReturn(() => engine.wake(true))];
  void lead(engine, undo);
  return {
    client: {
      lab,
      me,
      replica: engine.replica,
      record: (intent) => engine.record(me.id, intent),
      now: () => engine.now(),
      random: randomBytes,
    },
    sync: {
      status: () => engine.status(),
      subscribe: (listener) => engine.onStatus(listener),
      sendNow: () => engine.wake(true),
    },
    async close() {
      engine.stop();
      for (const stop of undo.splice(0)) stop();
      await Promise.all([outbox.close(), base.close()]);
    },
  };
}

/** Only the tab that leads listens for pokes: one connection for each device. */
async function lead(engine: Engine, undo: (() => void)[]): Promise<void> {
  await engine.lead(() => undo.push(listenForPokes('/sync/v1/live', () => engine.wake(true))));
}

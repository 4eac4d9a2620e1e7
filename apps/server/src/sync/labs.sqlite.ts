/** One SQLite file for each lab, opened once and kept. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { toHex } from '@tidylab/domain/kernel/bytes';
import { type Db, openLabFile } from '../db/lab/open.ts';
import type { Deps } from '../platform/deps.ts';
import type { ChangeLog } from './change-log.ts';
import { sqliteChangeLog } from './change-log.sqlite.ts';
import type { OpHandlers } from './handlers.ts';
import { makeLab, type OpenLab } from './lab.ts';
import { defaultSnapshotLimits, openSnapshots, type SnapshotLimits } from './snapshot.ts';
import type { Labs, RoleOf } from './ports.ts';

export interface OpenLabs extends Labs {
  create(labId: string): OpenLab;
  open(labId: string): OpenLab | undefined;
  /** Hears of every commit: the lab and its new head. */
  onCommit(listener: (lab: string, head: number) => void): void;
  /** Tells the listeners of a commit that a request made. */
  announce(lab: string, head: number): void;
}

export interface LabsConfig {
  readonly folder: string;
  readonly deps: Deps;
  readonly roleOf: RoleOf;
  /** By default a snapshot of 90 days of movements, and a feed that keeps all its rows. */
  readonly snapshots?: Partial<SnapshotLimits>;
  /** What the features do with each type of op, on the file of one lab. */
  readonly handlersOf: (db: Db, lab: string, log: ChangeLog) => OpHandlers;
}

/** A new file gets its lab and its first epoch together, or nothing. */
function begin(db: Db, labId: string, epoch: string): void {
  db.transaction(() => {
    if (db.prepare('SELECT id FROM lab').get()) return;
    db.prepare('INSERT INTO lab (id, head, chain) VALUES (?, 0, ?)').run(labId, '0000000000000000');
    db.prepare('INSERT INTO epoch (lab, id, fork_seq) VALUES (?, ?, 0)').run(labId, epoch);
  })();
}

export function openLabFiles({ folder, deps, roleOf, handlersOf, snapshots }: LabsConfig): OpenLabs {
  const limits = { ...defaultSnapshotLimits, ...snapshots };
  const opened = new Map<string, OpenLab>();
  const listeners: ((lab: string, head: number) => void)[] = [];
  const pathOf = (labId: string): string => join(folder, `lab-${labId}.sqlite`);
  const snapshotsOf = (labId: string): string => join(folder, `snapshots-${labId}`);

  const announce = (labId: string, head: number): void => {
    for (const listener of listeners) listener(labId, head);
  };

  const load = (labId: string): OpenLab => {
    const held = opened.get(labId);
    if (held) return held;
    const db = openLabFile(pathOf(labId));
    begin(db, labId, toHex(deps.random(8)));
    const log = sqliteChangeLog(db, labId);
    const handlers = handlersOf(db, labId, log);
    const lab = makeLab(
      { lab: labId, log, handlers, roleOf, report: deps.log },
      {
        onCommit: (head) => announce(labId, head),
        close() {
          opened.delete(labId);
          db.close();
        },
        newEpoch: () => toHex(deps.random(8)),
        snapshots: openSnapshots({
          lab: labId,
          log,
          file: pathOf(labId),
          folder: snapshotsOf(labId),
          now: () => deps.clock.now(),
          limits,
        }),
      },
    );
    opened.set(labId, lab);
    lab.decideUnknown(deps.clock.now());
    return lab;
  };

  return {
    create: load,
    open: (labId) =>
      /^[0-9a-f-]{1,80}$/.test(labId) && (opened.has(labId) || existsSync(pathOf(labId))) ? load(labId) : undefined,
    remove(labId) {
      opened.get(labId)?.close();
      for (const end of ['', '-wal', '-shm']) rmSync(`${pathOf(labId)}${end}`, { force: true });
      rmSync(snapshotsOf(labId), { recursive: true, force: true });
    },
    onCommit: (listener) => void listeners.push(listener),
    announce,
    close() {
      for (const lab of opened.values()) lab.close();
    },
  };
}

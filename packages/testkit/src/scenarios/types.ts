/**
 * A scenario: the whole input for one lab, the same for a developer's start, tests and the demo. Whoever loads it
 * creates the accounts, then the records in the order given, then the postings in the order given.
 */
import type { Count, Movement, VoidBody } from '@tidylab/domain/ledger/model';
import type { Role } from '@tidylab/domain/permissions/permissions';
import type { Fields, RecordKind } from '@tidylab/domain/records';

export interface ScenarioPerson {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
}

export interface ScenarioAccount extends ScenarioPerson {
  /** Known to everybody who reads this code: for scenarios only. */
  readonly password: string;
}

export type ScenarioRecord = { [K in RecordKind]: { kind: K; id: string; fields: Fields<K> } }[RecordKind];

interface Circumstances {
  note?: string;
  via?: 'scan' | 'typed' | 'list' | 'import' | 'api';
}

interface At {
  /** The op's id; a void names its target by it, so it must be kept when the scenario is loaded. */
  readonly id: string;
  /** Unix milliseconds. */
  readonly atMs: number;
  /** The login of who did it. */
  readonly by: string;
}

export type MovementPosting = At & {
  readonly type: 'post-receive' | 'post-consume' | 'post-transfer' | 'post-adjust';
  readonly body: Circumstances & { entries: Movement[] };
};
export type CountPosting = At & { readonly type: 'post-count'; readonly body: Circumstances & { entries: Count[] } };
export type VoidPosting = At & { readonly type: 'void-posting'; readonly body: VoidBody };
export type ScenarioPosting = MovementPosting | CountPosting | VoidPosting;

export interface Scenario<P extends ScenarioPerson = ScenarioPerson> {
  readonly name: string;
  readonly accounts: readonly P[];
  /** In dependency order: locations from the root down, items, lots, containers, barcodes. */
  readonly records: readonly ScenarioRecord[];
  /** In time order; all before the day the scenario is made for. */
  readonly postings: readonly ScenarioPosting[];
}

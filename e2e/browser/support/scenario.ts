/** The scenario that `--scenario lab` serves, as tests read it: people, and things to scan. */
import type { Container, Item, Lot } from '@tidylab/domain/records';
import { labScenario } from '@tidylab/testkit/scenarios/lab';

const today = new Date().toISOString().slice(0, 10);
export const scenario = labScenario({ today });

export interface Account {
  readonly login: string;
  readonly password: string;
  readonly name: string;
}

function account(login: string): Account {
  const found = scenario.accounts.find((one) => one.login === login);
  if (!found) throw new Error(`the scenario has no ${login}`);
  return found;
}

export const mira = account('mira');
export const jonas = account('jonas');
export const ines = account('ines');

const fieldsOf = <T>(kind: string, id: string): T => {
  const record = scenario.records.find((one) => one.kind === kind && one.id === id);
  if (!record) throw new Error(`the scenario has no ${kind} ${id}`);
  return record.fields as T;
};

export interface Vessel {
  readonly id: string;
  readonly container: Container;
  readonly lot: Lot;
  readonly item: Item;
  /** What one use takes, in base units. */
  readonly step: number;
}

/** Vessels whose item has a use step, in a fixed order, so that each test can take its own. */
export const vessels: readonly Vessel[] = scenario.records.flatMap((record): Vessel[] => {
  if (record.kind !== 'container') return [];
  const container = record.fields as Container;
  const lot = fieldsOf<Lot>('lot', container.lotId);
  const item = fieldsOf<Item>('item', lot.itemId);
  const step = container.useStep ?? item.useStep;
  return step === null || container.state === 'empty' ? [] : [{ id: record.id, container, lot, item, step }];
});

export function vessel(index: number): Vessel {
  const found = vessels[index];
  if (!found) throw new Error(`the scenario has no vessel ${index}`);
  return found;
}

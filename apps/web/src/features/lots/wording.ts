import type { Container } from '@tidylab/domain/records';
import { m } from '../../paraglide/messages.js';
import { failureText, type WriteFailure } from '../movements/index.ts';

export const stateWords: Readonly<Record<Container['state'], () => string>> = {
  sealed: () => m.items_state_sealed(),
  open: () => m.items_state_open(),
  empty: () => m.items_state_empty(),
};

const faultWords: Readonly<Record<string, () => string>> = {
  needed: () => m.items_fault_needed(),
  'too-long': () => m.items_fault_too_long(),
  'date-unclear': () => m.items_fault_date_unclear(),
  'date-ambiguous': () => m.items_fault_date_ambiguous(),
  'date-not-there': () => m.items_fault_date_not_there(),
  'cas-form': () => m.items_fault_cas_form(),
  'cas-check': () => m.items_fault_cas_check(),
  'changed-meanwhile': () => m.items_fault_changed_meanwhile(),
  'unit-in-use': () => m.items_fault_unit_in_use(),
  'place-in-itself': () => m.items_fault_place_in_itself(),
  'record-invalid': () => m.items_fault_record_invalid(),
  'vessels-count': () => m.items_fault_vessels_count(),
};

/** Why a field, or a whole form, cannot be taken as it stands; nothing for one that can. */
export const faultText = (code: string | undefined): string | undefined =>
  code === undefined ? undefined : (faultWords[code]?.() ?? failureText(code as WriteFailure));

/** Where the cursor belongs after a form was refused. */
export function focusFirstFault(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus());
}

/** The reasons of a correction; the ids are what the ledger keeps. */
export const correctionReasons = ['mistake', 'found', 'lost', 'broken', 'spilled', 'other'] as const;

export const reasonWords: Readonly<Record<(typeof correctionReasons)[number], () => string>> = {
  mistake: () => m.items_reason_mistake(),
  found: () => m.items_reason_found(),
  lost: () => m.items_reason_lost(),
  broken: () => m.items_reason_broken(),
  spilled: () => m.items_reason_spilled(),
  other: () => m.items_reason_other(),
};

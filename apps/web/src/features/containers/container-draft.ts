/** A container as it stands in the form. */
import type { Container } from '@tidylab/domain/records';
import { decimalIn } from '@tidylab/domain/units/quantity';
import type { UnitCode } from '@tidylab/domain/units/units';
import { parseOptional } from '../lots/index.ts';

export interface ContainerDraft {
  readonly label: string;
  readonly useStep: string;
}

export const draftOfContainer = ({ label, useStep }: Container, unit: UnitCode, decimal: string): ContainerDraft => ({
  label,
  useStep: useStep === null ? '' : decimalIn(useStep, unit).replace('.', decimal),
});

export type ContainerReading =
  | { readonly ok: true; readonly fields: Pick<Container, 'label' | 'useStep'> }
  | { readonly ok: false; readonly faults: Partial<Record<keyof ContainerDraft, string>> };

export function readContainer(draft: ContainerDraft, unit: UnitCode): ContainerReading {
  const label = draft.label.trim();
  const step = parseOptional(draft.useStep, unit);
  if (label !== '' && step.ok) return { ok: true, fields: { label, useStep: step.value } };
  return {
    ok: false,
    faults: { ...(label === '' ? { label: 'needed' } : {}), ...(step.ok ? {} : { useStep: step.code }) },
  };
}

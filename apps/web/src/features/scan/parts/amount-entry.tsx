import { NativeSelect, TextInput } from '@mantine/core';
import { decimalIn, parseQuantity } from '@tidylab/domain/units/quantity';
import { isUnit, type UnitCode, unitCodes } from '@tidylab/domain/units/units';
import { type FormEvent, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { useLive } from '../../../store/use-live.tsx';
import { decimalSeparator } from '../../../ui/format.ts';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { useFormat } from '../../movements/index.ts';
import type { SetAmount } from '../core/act.ts';
import { unitOfItem } from '../naming.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import { writeFailureText } from '../wording.ts';
import classes from './dock.module.css';

const written = (amount: SetAmount | null): string =>
  amount === null ? '' : decimalIn(amount.base, amount.unit).replace('.', decimalSeparator(getLocale()));

/** The unit of what was used last is the likeliest one for the next. */
function useLikelyUnit(): UnitCode {
  const itemId = useSessionState((session) => {
    const outcome = session.recent.find((entry) => entry.outcome.kind === 'act')?.outcome;
    return outcome?.kind === 'act' && outcome.act.kind !== 'move' ? outcome.act.itemId : null;
  });
  return useLive((replica) => (itemId === null ? null : unitOfItem(replica, itemId)), [itemId]) ?? 'mL';
}

/** What every following scan takes, until the usual amount is chosen again. */
export function AmountEntry({ mode, onDone }: { mode: 'use' | 'receive'; onDone: () => void }) {
  const { scanner } = useScan();
  const format = useFormat();
  const amount = useSessionState((session) => session.amount);
  const likely = useLikelyUnit();
  const [unit, setUnit] = useState<UnitCode>(amount?.unit ?? likely);
  const [text, setText] = useState(() => written(amount));
  const [failure, setFailure] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const parsed = text.trim() === '' ? null : parseQuantity(text, unit);
    if (parsed && !parsed.ok) return setFailure(writeFailureText(parsed.code));
    scanner.choose({ type: 'amount', amount: parsed ? { base: parsed.value, unit } : null });
    onDone();
  };
  const change = (next: string): void => {
    setText(next);
    setFailure(null);
  };
  return (
    <form className={classes.entry} data-asks="" onSubmit={submit} noValidate>
      <TextInput
        label={mode === 'use' ? m.scan_amount_take() : m.scan_receive_amount()}
        value={text}
        error={failure}
        autoFocus
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => change(event.currentTarget.value)}
      />
      <NativeSelect
        label={m.scan_amount_unit()}
        size="md"
        value={unit}
        data={unitCodes.map((code) => ({ value: code, label: format.unit(code) }))}
        onChange={(event) => setUnit(isUnit(event.currentTarget.value) ? event.currentTarget.value : unit)}
      />
      <p className={classes.entryHint}>{m.scan_amount_hint()}</p>
      <PrimaryButton type="submit" className={classes.entryWide ?? ''}>
        {m.scan_amount_apply()}
      </PrimaryButton>
    </form>
  );
}

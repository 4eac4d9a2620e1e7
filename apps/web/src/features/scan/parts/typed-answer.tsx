/** An answer that no tap can give: a lot number that is new to the lab, or how much is in a vessel. */
import { NativeSelect, TextInput } from '@mantine/core';
import { parseQuantity } from '@tidylab/domain/units/quantity';
import { isUnit, type UnitCode, unitCodes, units } from '@tidylab/domain/units/units';
import { type FormEvent, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { useFormat } from '../../movements/index.ts';
import type { Option, Typed } from '../core/decision.ts';
import { unitOfItem } from '../naming.ts';
import { writeFailureText } from '../wording.ts';
import classes from './dock.module.css';

interface TypedAnswerProps {
  readonly typed: Typed;
  readonly onAnswer: (option: Option) => void;
}

export function TypedAnswer({ typed, onAnswer }: TypedAnswerProps) {
  return typed.kind === 'new-lot' ? (
    <NewLot typed={typed} onAnswer={onAnswer} />
  ) : (
    <Fill typed={typed} onAnswer={onAnswer} />
  );
}

function NewLot({
  typed,
  onAnswer,
}: { typed: Extract<Typed, { kind: 'new-lot' }> } & Pick<TypedAnswerProps, 'onAnswer'>) {
  const [number, setNumber] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (number.trim() === '') return setFailure(m.scan_typed_lot_empty());
    onAnswer({ ...typed, number: number.trim() });
  };
  return (
    <form className={classes.inlineEntry} onSubmit={submit} noValidate>
      <TextInput
        label={m.scan_typed_lot()}
        value={number}
        error={failure}
        maxLength={80}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        onChange={(event) => {
          setNumber(event.currentTarget.value);
          setFailure(null);
        }}
      />
      <PrimaryButton type="submit">{m.scan_typed_lot_apply()}</PrimaryButton>
    </form>
  );
}

function Fill({ typed, onAnswer }: { typed: Extract<Typed, { kind: 'fill' }> } & Pick<TypedAnswerProps, 'onAnswer'>) {
  const itemUnit =
    useLive((replica) => unitOfItem(replica, replica.record('lot', typed.lotId)?.fields.itemId ?? ''), [typed.lotId]) ??
    'mL';
  return (
    <QuantityForm
      label={m.scan_typed_fill()}
      apply={m.scan_typed_fill_apply()}
      unit={itemUnit}
      className={classes.inlineEntry ?? ''}
      onQuantity={(qty) => onAnswer({ kind: 'fill', lotId: typed.lotId, containerId: typed.containerId, qty })}
    />
  );
}

interface QuantityFormProps {
  readonly label: string;
  readonly apply: string;
  /** The unit that stands there first; every unit of the same dimension is offered. */
  readonly unit: UnitCode;
  readonly className: string;
  /** An empty shelf is a count too. */
  readonly allowsZero?: boolean;
  readonly onQuantity: (base: number) => void;
}

/** A typed amount in base units. */
export function QuantityForm({ label, apply, unit: first, className, allowsZero, onQuantity }: QuantityFormProps) {
  const format = useFormat();
  const [text, setText] = useState('');
  const [unit, setUnit] = useState<UnitCode>(first);
  const [failure, setFailure] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (allowsZero && /^\s*0+\s*$/.test(text)) return onQuantity(0);
    const parsed = parseQuantity(text, unit);
    if (!parsed.ok) return setFailure(writeFailureText(parsed.code));
    onQuantity(parsed.value);
  };
  return (
    <form className={className} data-asks="" onSubmit={submit} noValidate>
      <TextInput
        label={label}
        value={text}
        error={failure}
        autoFocus
        inputMode="decimal"
        autoComplete="off"
        enterKeyHint="go"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setFailure(null);
        }}
      />
      <NativeSelect
        label={m.scan_amount_unit()}
        size="md"
        value={unit}
        data={unitCodes
          .filter((code) => units[code].dimension === units[first].dimension)
          .map((code) => ({ value: code, label: format.unit(code) }))}
        onChange={(event) => setUnit(isUnit(event.currentTarget.value) ? event.currentTarget.value : unit)}
      />
      <PrimaryButton type="submit">{apply}</PrimaryButton>
    </form>
  );
}

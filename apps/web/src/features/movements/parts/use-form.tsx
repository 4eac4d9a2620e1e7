/**
 * Taking some out of one bucket. "Saved on this device" is said when, and only when, the op is durable; the last one
 * can be taken back for 8 s. What was typed stays when it could not be recorded.
 */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { Place } from '@tidylab/domain/ledger/model';
import { decimalIn, parseQuantity } from '@tidylab/domain/units/quantity';
import type { UnitCode } from '@tidylab/domain/units/units';
import { type FormEvent, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { useLab } from '../../../store/use-live.tsx';
import { decimalSeparator } from '../../../ui/format.ts';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { recordUse } from '../commands.ts';
import { stepQuantity, unitForStep } from '../quantity-input.ts';
import { useFormat } from '../use-format.ts';
import { failureText } from '../wording.ts';
import classes from './movements.module.css';
import { type Done, RecentUse } from './recent-use.tsx';

export interface UseFormProps {
  readonly lotId: string;
  readonly from: Place;
  /** The item's stock unit. */
  readonly unit: UnitCode;
  /** Base units of one use. */
  readonly step: number;
  /** Base units that are there. */
  readonly available: number;
}

export function UseForm({ lotId, from, unit: stockUnit, step, available }: UseFormProps) {
  const lab = useLab();
  const format = useFormat();
  const unit = unitForStep(step, stockUnit);
  const written = (text: string): string => text.replace('.', decimalSeparator(getLocale()));
  const [text, setText] = useState(() => written(decimalIn(step, unit)));
  const [failure, setFailure] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [recording, setRecording] = useState(false);
  const parsed = parseQuantity(text, unit);
  const tooMuch = parsed.ok && parsed.value > available;
  const change = (next: string): void => {
    setText(next);
    setFailure(null);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!parsed.ok) return setFailure(failureText(parsed.code));
    setRecording(true);
    const result = await recordUse(lab, { lotId, from, qty: parsed.value, via: 'list' });
    setRecording(false);
    if (!result.ok) return setFailure(failureText(result.code));
    setDone({ postingId: result.value.id, amount: format.amount(parsed.value, unit) });
  };
  return (
    <form className={classes.use} onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes.stepper}>
        <Step
          label={m.items_use_less()}
          onStep={() => change(written(stepQuantity(text, unit, step, -1)))}
          icon="less"
        />
        <TextInput
          label={m.items_use_quantity({ unit: format.unit(unit) })}
          value={text}
          inputMode="decimal"
          autoComplete="off"
          error={failure}
          description={
            tooMuch && failure === null
              ? m.items_use_too_much({ here: format.amount(available, stockUnit) })
              : undefined
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <Step
          label={m.items_use_more()}
          onStep={() => change(written(stepQuantity(text, unit, step, 1)))}
          icon="more"
        />
      </div>
      <PrimaryButton type="submit" loading={recording}>
        {m.items_use()}
      </PrimaryButton>
      <RecentUse done={done} />
    </form>
  );
}

function Step({ label, icon, onStep }: { label: string; icon: 'less' | 'more'; onStep: () => void }) {
  const Icon = icon === 'less' ? IconMinus : IconPlus;
  return (
    <ActionIcon variant="default" className={classes.step} aria-label={label} title={label} onClick={onStep}>
      <Icon size={22} aria-hidden />
    </ActionIcon>
  );
}

/** A "Use" button that opens the form in place. */
export function UseButton(props: UseFormProps & { readonly about: string }) {
  const [open, setOpen] = useState(false);
  const { about, ...form } = props;
  return (
    <>
      <Button
        variant="light"
        size="compact-sm"
        aria-expanded={open}
        aria-description={about}
        onClick={() => setOpen(!open)}
      >
        {m.items_use()}
      </Button>
      {open ? (
        <div className={classes.opened}>
          <UseForm {...form} />
        </div>
      ) : null}
    </>
  );
}

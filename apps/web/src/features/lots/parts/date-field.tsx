import { TextInput } from '@mantine/core';
import { m } from '../../../paraglide/messages.js';
import { useFormat } from '../../movements/index.ts';
import { parseTypedDate } from '../typed-date.ts';
import { faultText } from '../wording.ts';
import classes from './forms.module.css';

interface DateFieldProps {
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (text: string) => void;
}

/** An expiry, typed as it is printed or picked from a calendar; what was understood is said below. */
export function DateField({ value, fault, onChange }: DateFieldProps) {
  const format = useFormat();
  const read = parseTypedDate(value, format.today());
  const day = read.ok ? read.value : null;
  return (
    <div className={classes.pair}>
      <TextInput
        label={m.items_expiry()}
        description={day === null ? m.items_expiry_hint() : m.items_expiry_good({ day: format.day(day) })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value}
        autoComplete="off"
        maxLength={40}
        error={faultText(fault)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={m.items_expiry_pick()}
        value={day ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

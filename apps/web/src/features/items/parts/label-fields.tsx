import { Button, Checkbox, NativeSelect } from '@mantine/core';
import type { Item } from '@tidylab/domain/records';
import { m } from '../../../paraglide/messages.js';
import { HazardPictogram } from '../../../ui/hazard-pictogram.tsx';
import { hazardName } from '../../hazards/index.ts';
import { labelOf } from '../ghs/label.ts';
import type { ItemDraft } from '../item-draft.ts';
import { signalWords } from '../wording.ts';
import classes from './item-form.module.css';

const allPictograms = ['GHS01', 'GHS02', 'GHS03', 'GHS04', 'GHS05', 'GHS06', 'GHS07', 'GHS08', 'GHS09'] as const;

interface LabelFieldsProps {
  readonly draft: ItemDraft;
  readonly onChange: (part: Partial<ItemDraft>) => void;
}

/** Pictograms and signal word: as the statements ask for, or as a person read them on the label. */
export function LabelFields({ draft, onChange }: LabelFieldsProps) {
  const { label, hazards } = draft;
  const derived = labelOf(hazards);
  if (label === null) {
    return (
      <div>
        <div className={classes.label}>
          {derived.signalWord === null ? null : (
            <span className={classes.signal}>{signalWords[derived.signalWord]()}</span>
          )}
          {derived.pictograms.map((code) => (
            <HazardPictogram key={code} code={code} name={hazardName(code)} size={40} withName />
          ))}
        </div>
        <div className={classes.label}>
          <p className={classes.said}>{hazards.length === 0 ? m.items_label_empty() : m.items_label_derived()}</p>
          <Button variant="subtle" onClick={() => onChange({ label: derived })}>
            {m.items_label_edit()}
          </Button>
        </div>
      </div>
    );
  }
  return <OwnLabel label={label} onChange={onChange} />;
}

function OwnLabel({
  label,
  onChange,
}: {
  label: NonNullable<ItemDraft['label']>;
  onChange: LabelFieldsProps['onChange'];
}) {
  const { pictograms, signalWord } = label;
  const signals: readonly { readonly value: string; readonly word: Item['signalWord']; readonly label: string }[] = [
    { value: '', word: null, label: m.items_signal_none() },
    { value: 'warning', word: 'warning', label: signalWords.warning() },
    { value: 'danger', word: 'danger', label: signalWords.danger() },
  ];
  const toggle = (code: string, on: boolean): void => {
    const kept = pictograms.filter((other) => other !== code);
    onChange({ label: { pictograms: on ? [...kept, code].sort() : kept, signalWord } });
  };
  return (
    <div className={classes.more}>
      <NativeSelect
        size="md"
        label={m.items_signal()}
        value={signalWord ?? ''}
        data={signals.map(({ value, label: word }) => ({ value, label: word }))}
        onChange={(event) => {
          const picked = signals.find(({ value }) => value === event.currentTarget.value);
          onChange({ label: { pictograms, signalWord: picked?.word ?? null } });
        }}
      />
      <div className={classes.choices} role="group" aria-label={m.items_pictograms()}>
        {allPictograms.map((code) => (
          <Checkbox
            key={code}
            size="md"
            label={`${code} ${hazardName(code)}`}
            checked={pictograms.includes(code)}
            onChange={(event) => toggle(code, event.currentTarget.checked)}
          />
        ))}
      </div>
      <div>
        <Button variant="subtle" onClick={() => onChange({ label: null })}>
          {m.items_label_derive()}
        </Button>
      </div>
    </div>
  );
}

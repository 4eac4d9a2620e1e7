import { isCas } from '@tidylab/domain/items/cas';
import type { Item } from '@tidylab/domain/records';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { HazardPictogram } from '../../../ui/hazard-pictogram.tsx';
import { KeyValue } from '../../../ui/key-value.tsx';
import { RowList, Row } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { hazardName } from '../../hazards/index.ts';
import { useFormat } from '../../movements/index.ts';
import { itemTypeWords, signalWords } from '../wording.ts';
import classes from './items.module.css';

export function ItemFacts({ item }: { item: Item }) {
  const format = useFormat();
  const orNull = (text: string): string | null => (text === '' ? null : text);
  const rows = [
    { key: m.items_type(), value: itemTypeWords[item.type]() },
    { key: m.items_category(), value: orNull(item.category) },
    { key: m.items_cas(), value: item.cas === null ? null : <Cas cas={item.cas} /> },
    { key: m.items_synonyms(), value: orNull(item.synonyms.join(', ')) },
    { key: m.items_supplier(), value: item.supplier },
    { key: m.items_catalogue_number(), value: item.catalogNumber },
    { key: m.items_storage(), value: item.storage },
    { key: m.items_minimum(), value: item.minimum === null ? null : format.amount(item.minimum, item.stockUnit) },
    {
      key: m.items_use_step(),
      value: item.useStep === null ? m.items_use_step_whole() : format.amount(item.useStep, item.stockUnit),
    },
  ];
  return (
    <Section title={m.items_facts()}>
      <KeyValue rows={rows.filter((row) => row.value !== null)} />
    </Section>
  );
}

function Cas({ cas }: { cas: string }) {
  return (
    <>
      {cas} <span className={classes.check}>{isCas(cas) ? m.items_cas_ok() : m.items_cas_wrong()}</span>
    </>
  );
}

/** Pictograms with their names, the signal word, and the statements' codes. */
export function ItemHazards({ item }: { item: Item }) {
  if (item.pictograms.length === 0 && item.hazards.length === 0 && item.signalWord === null) return null;
  return (
    <Section title={m.items_hazards()}>
      <div className={classes.hazardCard}>
        {item.signalWord === null ? null : <p className={classes.signal}>{signalWords[item.signalWord]()}</p>}
        <div className={classes.pictograms}>
          {item.pictograms.map((code) => (
            <HazardPictogram key={code} code={code} name={hazardName(code)} size={56} withName />
          ))}
        </div>
        {item.hazards.length === 0 ? null : (
          <p className={classes.statements}>{m.items_hazard_statements({ codes: item.hazards.join(' · ') })}</p>
        )}
      </div>
    </Section>
  );
}

/** Every code that means this item, as a scan reads it. */
export function ItemBarcodes({ id, item }: { id: string; item: Item }) {
  const format = useFormat();
  const barcodes = useLive(
    (replica) =>
      [...replica.keys('barcodesByTarget', id)].flatMap((key) => {
        const record = replica.record('barcode', key);
        return record && record.deletedAt === null ? [{ id: key, ...record.fields }] : [];
      }),
    [id],
  );
  return (
    <Section title={m.items_barcodes()}>
      {barcodes.length === 0 ? (
        <p className={classes.none}>{m.items_barcodes_none()}</p>
      ) : (
        <RowList label={m.items_barcodes()}>
          {barcodes.map(({ id: barcode, key, packQty }) => (
            <Row
              key={barcode}
              title={key.slice(key.indexOf(':') + 1)}
              detail={barcodeKind(key)}
              end={packQty === null ? null : m.items_barcode_pack({ amount: format.amount(packQty, item.stockUnit) })}
            />
          ))}
        </RowList>
      )}
    </Section>
  );
}

const kinds: Readonly<Record<string, () => string>> = {
  own: () => m.items_barcode_own(),
  gtin: () => m.items_barcode_gtin(),
  hibc: () => m.items_barcode_hibc(),
};

/** What kind of code a lookup key names: `gtin:…`, `own:…`, `hibc:…`, else a text as it was read. */
const barcodeKind = (key: string): string => (kinds[key.slice(0, key.indexOf(':'))] ?? (() => m.items_barcode_raw()))();

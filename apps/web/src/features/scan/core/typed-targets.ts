/** What a person may type in place of a code: a lot number, a container's label, a catalogue number, a name. */
import type { RecordOf } from '@tidylab/domain/records';
import type { Target } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';

type Kind = Target['kind'];

const textsOf: { readonly [K in Kind]: (record: RecordOf<K>) => readonly (string | null)[] } = {
  lot: ({ fields }) => [fields.lotNumber],
  container: ({ fields }) => [fields.label],
  item: ({ fields }) => [fields.catalogNumber, fields.cas, fields.name],
  location: ({ fields }) => [fields.name],
};

function* matching<K extends Kind>(replica: Replica, kind: K, wanted: string): Generator<Target> {
  for (const [id, record] of replica.records(kind)) {
    if (record.deletedAt !== null) continue;
    if (textsOf[kind](record).some((text) => text?.toUpperCase() === wanted)) yield { kind, id, packQty: null };
  }
}

/** Everything that is called exactly so, whatever its case. Reads every record: for typed text only. */
export function typedTargets(replica: Replica, text: string): Target[] {
  const wanted = text.trim().toUpperCase();
  if (wanted === '') return [];
  return (['lot', 'container', 'item', 'location'] as const).flatMap((kind) => [...matching(replica, kind, wanted)]);
}

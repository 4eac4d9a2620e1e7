/** What a client of the proof does: all kinds of postings on a few lots and shelves, and voids of its own. */
import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { voidFact } from '@tidylab/domain/ledger/decide';
import type { LedgerEntry } from '@tidylab/domain/ledger/model';
import type { Op } from '@tidylab/sync/protocol/op';
import type { Random } from '@tidylab/testkit/random';
import type { HttpDevice } from '../http/device.ts';

const lots = Array.from({ length: 12 }, (_, at) => uuidv5(`proof lot ${at}`));
const shelves = Array.from({ length: 4 }, (_, at) => `l:${uuidv5(`proof shelf ${at}`)}`);

type Make = (random: Random) => readonly [type: string, body: Op['body']];

const movement = (type: string, ends: (random: Random) => { from: string; to: string }): Make => {
  return (random) => {
    const entries = random.shuffle(lots).slice(0, 1 + random.int(6));
    return [type, { entries: entries.map((what) => ({ what, ...ends(random), qty: 1 + random.int(50) })) }];
  };
};

const kinds: readonly Make[] = [
  movement('post-receive', (random) => ({ from: 'v:supplier', to: random.pick(shelves) })),
  movement('post-consume', (random) => ({ from: random.pick(shelves), to: 'v:consumed' })),
  movement('post-transfer', (random) => {
    const [from = '', to = ''] = random.shuffle(shelves);
    return { from, to };
  }),
  movement('post-adjust', (random) => ({ from: 'v:adjustment', to: random.pick(shelves) })),
  (random) => [
    'post-count',
    {
      entries: [
        { what: random.pick(lots), place: random.pick(shelves), qty: random.int(500), expectedSeen: null, headSeen: 0 },
      ],
    },
  ],
];

/** The body of an op that voids this one. */
const voidOf = ({ id, type, hlc, body }: Op): Op['body'] => ({
  fact: voidFact(id),
  target: { op: id, kind: type.slice('post-'.length), eff: hlc, entries: body['entries'] as LedgerEntry[] },
});

/** The next op of a device; `earlier` are its own postings that it may void. */
export function nextOp(device: HttpDevice, random: Random, earlier: readonly Op[]): Op {
  if (earlier.length > 0 && random.chance(0.15)) return device.op('void-posting', voidOf(random.pick(earlier)));
  const [type, body] = random.pick(kinds)(random);
  return device.op(type, body);
}

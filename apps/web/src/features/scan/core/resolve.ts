/**
 * One scan → one decision, by the rules of the product: each mode does its verb, a location becomes the sticky place,
 * and whatever is not certain is asked with one tap. Pure: reads the replica, writes nothing, never guesses.
 */
import { containerPlace, type Place } from '@tidylab/domain/ledger/model';
import type { Target } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import type { ScanContext } from './act.ts';
import { acts, ask, type Decision, type Option, type Packs, unknown } from './decision.ts';
import { countBucket, resolveCount } from './resolve-count.ts';
import { lotChoice } from './lot-choice.ts';
import { moveContainer, moveFrom, resolveMoveLocation, resolveMoveLot } from './resolve-move.ts';
import {
  fillContainer,
  oneMoreVessel,
  placesToAsk,
  receiveContainer,
  receiveItem,
  receiveLot,
  receiveNewLot,
} from './resolve-receive.ts';
import { type LotHint, type Print, readCode, type ScannedCode } from './read-code.ts';
import { choosePlace, takeFrom } from './take.ts';

export function resolveCode(replica: Replica, code: ScannedCode, context: ScanContext): Decision {
  const meaning = readCode(replica, code, context.today);
  if (!meaning.ok) return unknown(meaning.why);
  const { targets, lot, print } = meaning;
  const isPlace = targets.every(({ kind }) => kind === 'location');
  const needsPlace = context.mode === 'receive' || context.mode === 'count';
  if (needsPlace && !isPlace && context.placeId === null) {
    return ask(
      'here',
      placesToAsk(replica, targets).map((placeId) => ({ kind: 'here', placeId })),
    );
  }
  const [only] = targets;
  if (targets.length === 1 && only) return resolveTarget(replica, only, lot, print, context);
  return ask(
    'target',
    targets.map((target) => ({ kind: 'target', target, lot, print })),
  );
}

/** Goes on where a question about `code` stopped. */
export function resolveOption(replica: Replica, code: ScannedCode, option: Option, context: ScanContext): Decision {
  switch (option.kind) {
    case 'target':
      return resolveTarget(replica, option.target, option.lot, option.print, context);
    case 'lot':
      return resolveLot(replica, option.lotId, option.packs, context);
    case 'new-lot':
      return receiveNewLot(replica, option, context);
    case 'place':
      return resolvePlace(replica, option.lotId, option.from, option.packs, context);
    case 'here':
      return resolveCode(replica, code, { ...context, placeId: option.placeId });
    case 'usual':
      return acts(option.act);
    case 'fill':
      return fillContainer(replica, option, context);
    case 'vessel':
      return oneMoreVessel(replica, option.lotId, option.packs, context);
    case 'other-lot':
      return unknown('other-lot');
    case 'later':
      return unknown('unanswered');
  }
}

function resolveTarget(replica: Replica, target: Target, lot: LotHint, print: Print, context: ScanContext): Decision {
  const { kind, id, packQty } = target;
  const packs: Packs = { packQty, times: print.count ?? 1 };
  if (kind === 'location')
    return context.mode === 'move' ? resolveMoveLocation(replica, id, context) : { kind: 'place', placeId: id };
  if (kind === 'item') return resolveItem(replica, target, lot, print, context);
  if (context.mode === 'look') return { kind: 'look', target, unknownLot: null };
  return kind === 'lot' ? resolveLot(replica, id, packs, context) : resolveContainer(replica, id, packs, context);
}

function resolveContainer(replica: Replica, id: string, packs: Packs, context: ScanContext): Decision {
  const container = replica.record('container', id)?.fields;
  if (!container) return unknown('not-here');
  if (context.mode === 'receive') return receiveContainer(replica, id, container.lotId, packs, context);
  if (context.mode === 'move') return moveContainer(replica, id, context);
  return resolvePlace(replica, container.lotId, containerPlace(id), packs, context);
}

function resolveItem(replica: Replica, target: Target, hint: LotHint, print: Print, context: ScanContext): Decision {
  const packs: Packs = { packQty: target.packQty, times: print.count ?? 1 };
  if (context.mode === 'receive') return receiveItem(replica, target.id, { hint, print, packs }, context);
  const choice = lotChoice(replica, target.id, hint, packs);
  if (context.mode === 'look' && choice.named === 0)
    return { kind: 'look', target, unknownLot: hint.state === 'read' ? hint.number : null };
  if (choice.kind === 'one') return resolveLot(replica, choice.lotId, packs, context);
  if (choice.options.length === 0) return unknown('no-lot');
  return ask('lot', choice.options, { unknownLot: hint.state === 'read' && choice.named === 0 ? hint.number : null });
}

function resolveLot(replica: Replica, lotId: string, packs: Packs, context: ScanContext): Decision {
  const { packQty } = packs;
  switch (context.mode) {
    case 'look':
      return { kind: 'look', target: { kind: 'lot', id: lotId, packQty }, unknownLot: null };
    case 'receive':
      return receiveLot(replica, lotId, packs, context);
    case 'move':
      return resolveMoveLot(replica, lotId, context);
    case 'count':
      return resolveCount(replica, lotId, packs, context);
    case 'use': {
      const choice = choosePlace(replica, lotId, context.placeId);
      if (choice.ok) return resolvePlace(replica, lotId, choice.from, packs, context);
      if (choice.places.length === 0) return unknown('no-place');
      return ask(
        'place',
        choice.places.map((from) => ({ kind: 'place', lotId, from, packs })),
      );
    }
  }
}

function resolvePlace(replica: Replica, lotId: string, from: Place, packs: Packs, context: ScanContext): Decision {
  if (context.mode === 'count') return countBucket(replica, lotId, from, packs, context);
  if (context.mode === 'move') return moveFrom(replica, lotId, from, context);
  const result = takeFrom(replica, lotId, from, packs.packQty, context);
  if (result.ok) return acts(result.take);
  return result.code === 'not-here' ? unknown('not-here') : ask('amount', [{ kind: 'usual', act: result.usual }]);
}

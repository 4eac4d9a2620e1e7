/** What a role may see: whole kinds, never places. One class so far, so one scope for everybody. */
import { recordKinds } from '@tidylab/domain/records';
import { sha256Hex } from '@tidylab/sync/protocol/op';

export const visibleKinds: readonly string[] = [...recordKinds, 'balance', 'posting', 'fact', 'review'];

export const scopeId = sha256Hex(visibleKinds.join('\n')).slice(0, 16);

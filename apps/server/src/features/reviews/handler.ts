/**
 * Resolves a review (SPEC R9): closes it, by a fact, and makes the chosen value current as an edit of its own. That edit is
 * merged like any other, so a choice made without knowing of a newer value does not bury it.
 */
import { ok, refuse } from '@tidylab/domain/kernel/result';
import { type ResolveReviewBody, resolveReviewSchema } from '@tidylab/domain/merge/model';
import { opOfReview } from '@tidylab/domain/merge/review';
import { checkIntent } from '@tidylab/sync/accept/check-intent';
import type { Part } from '@tidylab/sync/protocol/messages';
import * as z from 'zod/mini';
import type { OpHandler } from '../../sync/handlers.ts';
import type { Change, RecordChanges } from '../records/index.ts';
import type { ReviewLog } from './port.ts';

export const reviewHandlers = (changes: RecordChanges, log: ReviewLog): [string, OpHandler][] => [
  [
    'resolve-review@1',
    {
      act: (body, op) => actsOf(body, log.userOf(opOfReview(String(body['review']))) === op.user),
      apply(op, { eff }) {
        const verdict = checkIntent(op);
        if (!verdict.ok) return verdict;
        const body = z.safeParse(resolveReviewSchema, op.body);
        if (!body.success) return refuse('malformed', z.prettifyError(body.error));
        const { review, fact } = body.data;
        const parts: Part[] = [
          { kind: 'fact', key: fact, value: { op: op.id } },
          { kind: 'review', key: review, value: null },
        ];
        let merged = false;
        for (const change of changesOf(changes, body.data)) {
          const effects = change(op, eff);
          if (!effects.ok) return effects;
          parts.push(...effects.value.parts);
          merged ||= effects.value.merged ?? false;
        }
        return ok({ parts, facts: [fact], merged });
      },
    },
  ],
];

function actsOf(body: Readonly<Record<string, unknown>>, isOwn: boolean): string[] {
  const { edit, undelete } = body as Partial<ResolveReviewBody>;
  const acts = [isOwn ? 'resolve-own-review' : 'resolve-review'];
  if (edit) acts.push(`edit-${edit.kind}`);
  if (undelete) acts.push(`delete-${undelete.kind}`);
  return acts;
}

const changesOf = (changes: RecordChanges, { edit, undelete }: ResolveReviewBody): Change[] => [
  ...(undelete ? [changes.undelete(undelete)] : []),
  ...(edit ? [changes.edit(edit)] : []),
];

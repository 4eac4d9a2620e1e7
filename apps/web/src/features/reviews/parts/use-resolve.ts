import type { Op } from '@tidylab/sync/protocol/op';
import type { Resolution } from '@tidylab/sync/replica/resolving';
import { useState } from 'react';
import { useLab } from '../../../store/use-live.tsx';
import { resolveReview } from '../commands.ts';
import type { OpenReview } from '../queries.ts';
import { whyWords } from '../wording.ts';

/** Resolves a review from its card. A card that succeeded is gone, so it tells the page. */
export function useResolve(review: OpenReview, onResolved: (op: Op) => void) {
  const lab = useLab();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const resolve = async (resolution: Resolution): Promise<void> => {
    setBusy(true);
    const result = await resolveReview(lab, review, resolution);
    setBusy(false);
    setFailure(result.ok ? null : whyWords(result.code));
    if (result.ok) onResolved(result.value);
  };
  return { busy, failure, resolve: (resolution: Resolution) => void resolve(resolution) };
}

/** To the door and back: an ended session never blocks local work, so a person goes there only on their own wish. */
import { useCallback } from 'react';
import { leave } from './boot-store.ts';

export function useSignInAgain(navigate: (to: { to: string }) => unknown): () => void {
  return useCallback(() => {
    void leave().then(() => navigate({ to: '/sign-in' }));
  }, [navigate]);
}

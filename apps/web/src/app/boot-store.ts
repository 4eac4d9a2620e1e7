/** Where the app stands: starting, or what the start ended in. Every change of it goes through here. */
import { ok, type Result } from '@tidylab/domain/kernel/result';
import { create } from 'zustand';
import { boot, setUp, signIn, signOut } from './boot.ts';
import type { BootState, Credentials, SetUpCode, SetUpForm, SignInCode } from './boot-state.ts';

/** `failed`: the start met a bug; what the device holds is untouched. */
export type AppState =
  | BootState
  | { readonly state: 'starting' }
  | { readonly state: 'failed'; readonly error: unknown };

export const useAppState = create<AppState>(() => ({ state: 'starting' }));

const enter = (state: BootState): void => useAppState.setState(state, true);

function enterIf<C extends string>(result: Result<BootState, C>): Result<void, C> {
  if (!result.ok) return result;
  enter(result.value);
  return ok(undefined);
}

/** Opens what this device holds; again after a failure of its storage. */
export async function start(): Promise<void> {
  useAppState.setState({ state: 'starting' }, true);
  try {
    enter(await boot());
  } catch (error) {
    reportError(error);
    useAppState.setState({ state: 'failed', error }, true);
  }
}

export const trySignIn = async (credentials: Credentials): Promise<Result<void, SignInCode>> =>
  enterIf(await signIn(credentials));
export const trySetUp = async (form: SetUpForm): Promise<Result<void, SetUpCode>> => enterIf(await setUp(form));
export const leave = async (): Promise<void> => enter(await signOut());

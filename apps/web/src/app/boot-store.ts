/** Where the app stands: starting, or what the start ended in. Every change of it goes through here. */
import { ok, type Result } from '@tidylab/domain/kernel/result';
import { create } from 'zustand';
import type { RemoveDemoCode } from '../features/demo/index.ts';
import { boot, join, removeDemo, renew, setUp, signIn, signOut } from './boot.ts';
import type { BootState, Credentials, JoinCode, SetUpCode, SetUpForm, SignInCode } from './boot-state.ts';

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
    void renewSession();
  } catch (error) {
    reportError(error);
    useAppState.setState({ state: 'failed', error }, true);
  }
}

export const trySignIn = async (credentials: Credentials): Promise<Result<void, SignInCode>> =>
  enterIf(await signIn(credentials));
export const trySetUp = async (form: SetUpForm): Promise<Result<void, SetUpCode>> => enterIf(await setUp(form));
/** Answers the code that sets up the next lab. */
export async function tryRemoveDemo(): Promise<Result<string, RemoveDemoCode>> {
  const removed = await removeDemo();
  if (removed.ok) enter({ state: 'setup' });
  return removed;
}

export const leave = async (): Promise<void> => enter(await signOut());
export const tryJoin = async (code: string, password: string): Promise<Result<void, JoinCode>> =>
  enterIf(await join(code, password));

/** Asks the server, without anybody waiting, whether the lab or this person's role are as this device knows them. */
export async function renewSession(): Promise<void> {
  const app = useAppState.getState();
  if (app.state !== 'ready') return;
  const client = await renew(app.client);
  const now = useAppState.getState();
  if (client && now.state === 'ready' && now.client === app.client) enter({ ...now, client });
}

/**
 * Sessions, kept by lucia and seen by the rest through this file only, so that lucia can be replaced here. lucia uses
 * a session's id as the secret itself; here the cookie holds a random token and the row's id is its SHA-256, so a
 * stolen database opens nothing. lucia slides the idle limit, by the computer's clock; the absolute limit is a column
 * of ours and never moves.
 */
import { toBase64url } from '@tidylab/domain/kernel/bytes';
import { type Adapter, Lucia, TimeSpan } from 'lucia';
import { config } from '../../config.ts';
import { tokenHash } from '../../http/cookies.ts';
import type { Deps } from '../../platform/deps.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ absoluteUntil: number }, { disabledAt: number | null }>;
    DatabaseSessionAttributes: { absoluteUntil: number };
    DatabaseUserAttributes: { disabledAt: number | null };
  }
}

export interface Sessions {
  /** Answers the token for the cookie. */
  create(accountId: string): Promise<string>;
  /** The account of a live session of somebody who may come in. */
  accountOf(token: string): Promise<string | undefined>;
  end(token: string): Promise<void>;
  endAllOf(accountId: string): Promise<void>;
  forgetExpired(): Promise<void>;
}

export function createSessions(adapter: Adapter, { clock, random }: Deps): Sessions {
  const lucia = new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(config.sessionIdleMs, 'ms'),
    getSessionAttributes: ({ absoluteUntil }) => ({ absoluteUntil }),
    getUserAttributes: ({ disabledAt }) => ({ disabledAt }),
  });
  return {
    async create(accountId) {
      const token = toBase64url(random(32));
      const absoluteUntil = clock.now() + config.sessionAbsoluteMs;
      await lucia.createSession(accountId, { absoluteUntil }, { sessionId: tokenHash(token) });
      return token;
    },
    async accountOf(token) {
      const { session: found, user } = await lucia.validateSession(tokenHash(token));
      if (found === null) return undefined;
      if (found.absoluteUntil > clock.now() && user.disabledAt === null) return user.id;
      await lucia.invalidateSession(found.id);
      return undefined;
    },
    end: (token) => lucia.invalidateSession(tokenHash(token)),
    endAllOf: (accountId) => lucia.invalidateUserSessions(accountId),
    forgetExpired: () => lucia.deleteExpiredSessions(),
  };
}

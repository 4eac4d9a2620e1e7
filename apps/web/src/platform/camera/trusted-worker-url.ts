/**
 * The one Trusted Types policy of the app, `tidylab-worker`: addresses of our own worker scripts. Under
 * `require-trusted-types-for 'script'` workers and service workers accept nothing else; there is no default policy.
 */

const assertOwn = (url: string): string => {
  const { origin } = new URL(url, location.href);
  if (origin !== location.origin) throw new TypeError(`a worker may only come from ${location.origin}`);
  return url;
};

// TypeScript's DOM types know no Trusted Types: an approved address is an object there, but is only ever handed on.
interface WorkerPolicy {
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: { readonly createScriptURL: (url: string) => string }): WorkerPolicy;
}

let policy: WorkerPolicy | undefined;

/** Approves an address of this origin; throws for any other. Where Trusted Types are missing the address itself. */
export const trustedWorkerUrl = (url: string): string => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
  if (!trustedTypes) return assertOwn(url);
  policy ??= trustedTypes.createPolicy('tidylab-worker', { createScriptURL: assertOwn });
  return policy.createScriptURL(url);
};

/** The address of our own worker, as browsers that enforce Trusted Types want it. */
interface TypePolicy {
  createScriptURL(url: string): unknown;
}

interface TypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): TypePolicy;
}

const own = '/sw.js';

export function scriptUrl(url: typeof own): unknown {
  const factory = (globalThis as { trustedTypes?: TypePolicyFactory }).trustedTypes;
  if (!factory) return url;
  const policy = factory.createPolicy('tidylab-sw', {
    createScriptURL(asked) {
      if (asked !== own) throw new TypeError(`not the service worker of this app: ${asked}`);
      return asked;
    },
  });
  return policy.createScriptURL(url);
}

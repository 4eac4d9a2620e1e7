/** Falls back from one decoder to the next when one cannot be loaded or has stopped answering. */
import type { Decoder } from './decode-protocol.ts';

/** `makers` in order of preference; the next one is made only when it is needed. The last one's failures are final. */
export const chainDecoders = (makers: readonly [() => Decoder, ...(() => Decoder)[]]): Decoder => {
  const [first, ...others] = makers;
  let current = first();
  return {
    decode: async (frame, effort) => {
      const result = await current.decode(frame, effort);
      if (result.ok || (result.code !== 'not-loaded' && result.code !== 'no-answer')) return result;
      const next = others.shift();
      if (!next) return result;
      current.close();
      current = next();
      return { ok: false, code: 'retrying' };
    },
    close: () => {
      others.length = 0;
      current.close();
    },
  };
};

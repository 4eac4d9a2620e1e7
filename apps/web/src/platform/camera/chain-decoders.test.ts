import { expect, test } from 'vitest';
import { chainDecoders } from './chain-decoders.ts';
import type { DecodeFault, Decoder, DecodeResult } from './decode-protocol.ts';

const frame = { width: 1, height: 1, data: new Uint8ClampedArray(4) };
const found: DecodeResult = { ok: true, symbols: [], ms: 1 };

const fake = (result: DecodeFault | DecodeResult) => {
  const log: string[] = [];
  const make = (): Decoder => {
    log.push('made');
    return {
      decode: () => Promise.resolve(typeof result === 'string' ? { ok: false, code: result } : result),
      close: () => void log.push('closed'),
    };
  };
  return { make, log };
};

test('the second decoder is made only when the first cannot be loaded', async () => {
  const [first, second] = [fake('not-loaded'), fake(found)];
  const decoder = chainDecoders([first.make, second.make]);
  expect(second.log).toEqual([]);
  expect(await decoder.decode(frame, 'fast')).toEqual({ ok: false, code: 'retrying' });
  expect(first.log).toEqual(['made', 'closed']);
  expect(await decoder.decode(frame, 'fast')).toBe(found);
});

test('a decoder that tries again keeps its place', async () => {
  const [first, second] = [fake('retrying'), fake(found)];
  const decoder = chainDecoders([first.make, second.make]);
  await decoder.decode(frame, 'fast');
  expect(await decoder.decode(frame, 'fast')).toEqual({ ok: false, code: 'retrying' });
  expect(second.log).toEqual([]);
});

test('the failure of the last decoder is final', async () => {
  const decoder = chainDecoders([fake('no-answer').make, fake('no-answer').make]);
  expect(await decoder.decode(frame, 'fast')).toEqual({ ok: false, code: 'retrying' });
  expect(await decoder.decode(frame, 'fast')).toEqual({ ok: false, code: 'no-answer' });
});

test('a closed chain makes no further decoder', async () => {
  const [first, second] = [fake('not-loaded'), fake(found)];
  const decoder = chainDecoders([first.make, second.make]);
  decoder.close();
  expect(await decoder.decode(frame, 'fast')).toEqual({ ok: false, code: 'not-loaded' });
  expect(second.log).toEqual([]);
});

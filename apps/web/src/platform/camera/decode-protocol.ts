/**
 * Messages between the page and a decoder worker. The worker sends `loaded` or `not-loaded` once, then one `result` per
 * `decode`, in order. A frame is transferred, not copied: the sender must not touch it afterwards.
 */
import type { Effort, FoundSymbol, Pixels } from './read-symbols.ts';

export type Frame = ImageBitmap | Pixels;

export interface DecodeRequest {
  readonly id: number;
  readonly frame: Frame;
  readonly effort: Effort;
}

export type DecoderMessage =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'not-loaded' }
  | { readonly kind: 'result'; readonly id: number; readonly symbols: readonly FoundSymbol[]; readonly ms: number };

/** 'retrying': this frame is lost, a new worker takes the next one. The other codes last until the decoder is replaced. */
export type DecodeFault = 'retrying' | 'no-answer' | 'not-loaded' | 'closed';

export type DecodeResult =
  | { readonly ok: true; readonly symbols: readonly FoundSymbol[]; readonly ms: number }
  | { readonly ok: false; readonly code: DecodeFault };

export interface Decoder {
  /** Decodes one frame and takes it over. Never rejects. */
  readonly decode: (frame: Frame, effort: Effort) => Promise<DecodeResult>;
  readonly close: () => void;
}

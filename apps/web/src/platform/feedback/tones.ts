/** What the tones are made of, apart from how they are played. Times in seconds, pitches in hertz. */

export interface Note {
  readonly from: number;
  readonly length: number;
  readonly pitch: number;
}

export interface Tone {
  readonly shape: OscillatorType;
  readonly notes: readonly Note[];
}

export type Signal = 'success' | 'attention';

/**
 * Told apart by pitch, rhythm and timbre, so that they also work for people who hear high tones badly and beside a
 * running centrifuge: one short high tone, or two long low ones.
 */
export const TONES: Readonly<Record<Signal, Tone>> = {
  success: { shape: 'sine', notes: [{ from: 0, length: 0.09, pitch: 1568 }] },
  attention: {
    shape: 'square',
    notes: [
      { from: 0, length: 0.16, pitch: 330 },
      { from: 0.22, length: 0.22, pitch: 247 },
    ],
  },
};

/** Vibration in milliseconds on, off, on; matches the rhythm of the tone. */
export const VIBRATIONS: Readonly<Record<Signal, readonly number[]>> = {
  success: [40],
  attention: [160, 60, 220],
};

/** A small seeded generator: the same seed draws the same noise on every machine. Values are uniform in [0, 1). */
export type Random = () => number;

export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Standard normal by the sum of uniforms: its tails end at three deviations, as a sensor's noise nearly does. */
export const normal = (random: Random): number => {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += random();
  return (sum - 4.5) * 1.1547;
};

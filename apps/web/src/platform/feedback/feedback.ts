/**
 * Sound and vibration after a scan. Browsers keep sound locked until the person has touched the page; it is unlocked by
 * the first gesture, silently. iOS has no vibration and also interrupts sound in the background: it is resumed on use.
 */
import { type Signal, TONES, VIBRATIONS } from './tones.ts';

export interface FeedbackSettings {
  readonly muted: boolean;
  readonly vibrate: boolean;
}

export interface Feedback {
  /** Plays at once; does nothing where the browser has no sound or it is still locked. */
  readonly signal: (signal: Signal, settings: FeedbackSettings) => void;
  readonly close: () => void;
}

const VOLUME = 0.25;
const EDGE = 0.008;

const play = (context: AudioContext, signal: Signal): void => {
  const { shape, notes } = TONES[signal];
  for (const { from, length, pitch } of notes) {
    const start = context.currentTime + from;
    const oscillator = new OscillatorNode(context, { type: shape, frequency: pitch });
    const gain = new GainNode(context, { gain: 0 });
    // Without soft edges a tone clicks.
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(VOLUME, start + EDGE);
    gain.gain.setValueAtTime(VOLUME, start + length - EDGE);
    gain.gain.linearRampToValueAtTime(0, start + length);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + length);
  }
};

/** Prepares sound and waits for the first gesture on the page. One per page is enough. */
export const createFeedback = (): Feedback => {
  let context: AudioContext | undefined;
  const gestures = ['pointerdown', 'keydown'] as const;

  const stopWaiting = (): void => {
    for (const gesture of gestures) window.removeEventListener(gesture, unlock, { capture: true });
  };
  function unlock(): void {
    if (typeof AudioContext === 'undefined') return stopWaiting();
    context ??= new AudioContext({ latencyHint: 'interactive' });
    void context.resume().then(stopWaiting, () => undefined);
  }

  for (const gesture of gestures) window.addEventListener(gesture, unlock, { capture: true, passive: true });
  return {
    signal: (signal, { muted, vibrate }) => {
      if (vibrate && 'vibrate' in navigator) navigator.vibrate([...VIBRATIONS[signal]]);
      if (muted || !context) return;
      const ready = context;
      if (ready.state === 'running') play(ready, signal);
      else
        void ready.resume().then(
          () => play(ready, signal),
          () => undefined,
        );
    },
    close: () => {
      stopWaiting();
      void context?.close();
      context = undefined;
    },
  };
};

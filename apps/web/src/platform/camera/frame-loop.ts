/**
 * The scan loop's eye: looks at a playing video at most fifteen times a second, one look at a time, and reports the
 * codes that count as scans. It rests while the page is hidden or the loop is paused.
 */
import type { DecodeFault, Decoder } from './decode-protocol.ts';
import { grabFrame } from './grab-frame.ts';
import { lookThrough, needsFullLook, noLock } from './lock-out.ts';
import type { FoundSymbol } from './read-symbols.ts';
import { inFrame, type LookPlan, MAX_FRAMES_PER_SECOND, nearestTo, planLook, regionOf } from './region.ts';

export interface ScannedCode extends FoundSymbol {
  /** Milliseconds from the frame to the decoded text. */
  readonly ms: number;
}

export interface FrameLoopOptions {
  readonly video: HTMLVideoElement;
  readonly decoder: Decoder;
  /** 'aimed': the code nearest to the middle; 'all': every code in view. Asked for each look. */
  readonly take: () => 'aimed' | 'all';
  readonly onCodes: (codes: readonly ScannedCode[]) => void;
  /** Every look's symbols in coordinates of the frame, for the boxes drawn over it. */
  readonly onSeen?: (symbols: readonly FoundSymbol[]) => void;
  /** The decoder is gone; the loop has stopped. */
  readonly onTrouble: (code: DecodeFault) => void;
}

export interface FrameLoop {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
}

const FRAME_MS = 1000 / MAX_FRAMES_PER_SECOND;
// Video frames come a little early or late; without slack a 15 fps camera would be looked at every other frame.
const SLACK_MS = 8;

const onNextFrame = (video: HTMLVideoElement, then: () => void): void => {
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(then);
  else requestAnimationFrame(then);
};

const texts = (list: readonly FoundSymbol[]): readonly string[] => [...new Set(list.map((symbol) => symbol.text))];

/** The symbol nearest to the middle of the picture, where the aimer is drawn. */
const aimedAt = (symbols: readonly FoundSymbol[], video: HTMLVideoElement): readonly FoundSymbol[] => {
  const aimed = nearestTo(symbols, { x: video.videoWidth / 2, y: video.videoHeight / 2 });
  return aimed ? [aimed] : [];
};

export const startFrameLoop = (options: FrameLoopOptions): FrameLoop => {
  const { video, decoder, take, onCodes, onSeen, onTrouble } = options;
  let state: 'running' | 'paused' | 'stopped' = 'running';
  let isWaiting = false;
  let lock = noLock;
  let looks = 0;
  let lastLook = Number.NEGATIVE_INFINITY;

  const report = (plan: LookPlan, symbols: readonly FoundSymbol[], at: number): void => {
    onSeen?.(symbols);
    const wanted = take() === 'all' ? symbols : aimedAt(symbols, video);
    const result = lookThrough(lock, { at, ...plan, seen: texts(symbols), wanted: texts(wanted) });
    lock = result.state;
    const ms = performance.now() - at;
    const codes = result.taken.flatMap((text) => wanted.find((symbol) => symbol.text === text) ?? []);
    if (codes.length > 0) onCodes(codes.map((symbol) => ({ ...symbol, ms })));
  };

  const look = async (at: number): Promise<void> => {
    lastLook = at;
    looks++;
    const plan: LookPlan = needsFullLook(lock) ? { area: 'full', effort: 'thorough' } : planLook(looks);
    const region = regionOf(plan.area, video.videoWidth, video.videoHeight);
    const frame = await grabFrame(video, region);
    if (!frame) return;
    const result = await decoder.decode(frame, plan.effort);
    if (state !== 'running') return;
    if (result.ok)
      report(
        plan,
        result.symbols.map((symbol) => inFrame(symbol, region)),
        at,
      );
    else if (result.code !== 'retrying') {
      state = 'stopped';
      onTrouble(result.code);
    }
  };

  const tick = (): void => {
    if (isWaiting || state !== 'running' || document.hidden) return;
    isWaiting = true;
    onNextFrame(video, () => {
      const now = performance.now();
      const isDue = now - lastLook >= FRAME_MS - SLACK_MS;
      const done = isDue && state === 'running' ? look(now) : Promise.resolve();
      void done.finally(() => {
        isWaiting = false;
        tick();
      });
    });
  };

  document.addEventListener('visibilitychange', tick);
  tick();
  return {
    pause: () => {
      if (state === 'running') state = 'paused';
    },
    resume: () => {
      if (state === 'paused') state = 'running';
      tick();
    },
    stop: () => {
      state = 'stopped';
      document.removeEventListener('visibilitychange', tick);
    },
  };
};

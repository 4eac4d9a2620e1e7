/**
 * Listens for keyboard-wedge scanners on the whole page: no field needs the focus. Keys that go into text fields are
 * left alone; there a scan is typed like any other text. Only keys that surely come from a scanner are held back.
 */
import { MAX_GAP_MS, type WedgeKey, wedgeIdle, wedgeKey } from './detect.ts';

export interface WedgeOptions {
  readonly onScan: (text: string) => void;
  /**
   * A printable key that no other key followed: a person's. Shortcuts of a single key must hang on this, else the first
   * character of a scan triggers them.
   */
  readonly onLoneKey?: (key: string) => void;
}

const TEXTLESS_INPUTS: ReadonlySet<string> = new Set(
  'button checkbox color file image radio range reset submit'.split(' '),
);

const isTextField = (target: EventTarget | null): boolean => {
  if (target instanceof HTMLInputElement) return !TEXTLESS_INPUTS.has(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
};

const pressOf = (event: KeyboardEvent): WedgeKey => {
  // With a shadow root the event's target is the host; the path names the field itself.
  const [innermost = event.target] = event.composedPath();
  return {
    key: event.key,
    at: event.timeStamp,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    repeat: event.repeat,
    inTextField: event.isComposing || isTextField(innermost),
  };
};

/** Starts listening; the returned function stops. */
export const listenForWedge = ({ onScan, onLoneKey }: WedgeOptions): (() => void) => {
  let state = wedgeIdle;
  let lone: ReturnType<typeof setTimeout> | undefined;

  const expectLoneKey = (press: WedgeKey): void => {
    clearTimeout(lone);
    const isPlain = press.key.length === 1 && state.text === press.key && !press.ctrl && !press.alt;
    if (onLoneKey && isPlain) lone = setTimeout(() => onLoneKey(press.key), MAX_GAP_MS);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const press = pressOf(event);
    const result = wedgeKey(state, press);
    state = result.state;
    expectLoneKey(press);
    if (result.swallow) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (result.scan !== undefined) onScan(result.scan);
  };

  // In the capture phase, before any control or shortcut sees the key.
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    clearTimeout(lone);
    window.removeEventListener('keydown', onKeyDown, { capture: true });
  };
};

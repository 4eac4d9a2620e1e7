/** A search field that follows typing at once and tells the address a moment later; back and forward change it too. */
import { useEffect, useRef, useState } from 'react';

/** Typing pauses longer than this between words, ms. */
const pauseMs = 300;

export function useTypedText(
  inAddress: string,
  tell: (text: string) => void,
): readonly [string, (text: string) => void] {
  const [text, setText] = useState(inAddress);
  const told = useRef(inAddress);
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    // What this field told the address itself comes back here and must not undo what was typed since.
    if (inAddress === told.current) return;
    told.current = inAddress;
    setText(inAddress);
  }, [inAddress]);
  useEffect(() => {
    if (text === told.current) return;
    const timer = setTimeout(() => {
      told.current = text;
      latest.current(text);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return [text, setText];
}

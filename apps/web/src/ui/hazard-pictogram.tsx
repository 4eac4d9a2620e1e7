import classes from './hazard-pictogram.module.css';
import { hazardSymbols, isPictogram } from './hazard-symbols.tsx';

interface HazardPictogramProps {
  /** GHS01 to GHS09; anything else draws nothing. */
  readonly code: string;
  /** What it warns of, in words. */
  readonly name: string;
  readonly size?: number;
  /** With its name beside it; otherwise the name is the picture's text alternative. */
  readonly withName?: boolean;
}

export function HazardPictogram({ code, name, size = 48, withName = false }: HazardPictogramProps) {
  if (!isPictogram(code)) return null;
  const picture = (
    <svg
      viewBox="0 0 100 100"
      width={size}
      height={size}
      className={classes.picture}
      {...(withName ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {withName ? null : <title>{name}</title>}
      <path d="M50 4 96 50 50 96 4 50Z" fill="#fff" stroke="#d3001b" strokeWidth="6" strokeLinejoin="miter" />
      <g fill="currentColor">{hazardSymbols[code]}</g>
    </svg>
  );
  if (!withName) return picture;
  return (
    <span className={classes.named}>
      {picture}
      <span>{name}</span>
    </span>
  );
}

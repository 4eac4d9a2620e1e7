import classes from './status-dot.module.css';

interface StatusDotProps {
  /** `here`: only on this device, a hollow dot. `attention`: someone must look, amber. */
  readonly state: 'here' | 'attention';
  /** What the dot means, for those who do not see it and on hover. */
  readonly label: string;
}

/** Beside what it is about. What is synced has no dot. */
export function StatusDot({ state, label }: StatusDotProps) {
  return <span role="img" aria-label={label} title={label} className={classes.dot} data-state={state} />;
}

import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import type { NavEntry } from '../../ui/navigation.ts';
import { nav } from '../features.ts';
import classes from './bottom-bar.module.css';

/** The main entry in the middle, the others around it in their order. */
export function arrange(entries: readonly NavEntry[]): NavEntry[] {
  const main = entries.filter(({ bar }) => bar === 'main');
  const others = entries.filter(({ bar }) => bar === 'yes');
  const half = Math.floor(others.length / 2);
  return [...others.slice(0, half), ...main, ...others.slice(half)];
}

export function BottomBar() {
  return (
    <nav className={classes.bar} aria-label={m.app_nav_label()}>
      {arrange(nav).map(({ to, label, icon: Icon, bar }) => (
        <Link
          key={to}
          to={to}
          className={classes.entry}
          data-main={bar === 'main' || undefined}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <span className={classes.icon}>
            <Icon size={bar === 'main' ? 30 : 24} stroke={1.7} aria-hidden />
          </span>
          <span className={classes.label}>{label()}</span>
        </Link>
      ))}
    </nav>
  );
}

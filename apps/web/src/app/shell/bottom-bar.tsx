import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { nav } from '../features.ts';
import { arrange } from './arrange.ts';
import classes from './bottom-bar.module.css';

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

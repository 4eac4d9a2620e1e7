import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { nav } from '../features.ts';
import classes from './rail.module.css';

export function Rail() {
  return (
    <nav className={classes.rail} aria-label={m.app_nav_label()}>
      <div className={classes.mark}>
        <img src="/icons/icon.svg" alt="" width={28} height={28} />
        <span>TidyLab</span>
      </div>
      {nav.map(({ to, label, icon: Icon, bar, badge: Badge }) => (
        <Link
          key={to}
          to={to}
          className={classes.entry}
          data-main={bar === 'main' || undefined}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <Icon size={21} stroke={1.7} aria-hidden />
          {label()}
          {Badge ? <Badge /> : null}
        </Link>
      ))}
    </nav>
  );
}

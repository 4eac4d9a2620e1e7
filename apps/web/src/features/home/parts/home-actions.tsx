import { IconScan, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import classes from './home-actions.module.css';

interface ActionProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly name: string;
  readonly text: string;
  readonly main?: boolean;
  /** Puts the cursor into the search field of the screen it opens. */
  readonly focusSearch?: boolean;
}

function Action({ to, icon, name, text, main = false, focusSearch = false }: ActionProps) {
  return (
    <Link to={to} state={focusSearch ? { focusSearch } : {}} className={classes.action} data-main={main || undefined}>
      {icon}
      <span className={classes.text}>
        <span className={classes.name}>{name}</span> <span className={classes.about}>{text}</span>
      </span>
    </Link>
  );
}

/** The two things most visits are for. */
export function HomeActions() {
  return (
    <div className={classes.actions}>
      <Action
        main
        to="/scan"
        icon={<IconScan size={34} stroke={1.75} aria-hidden />}
        name={m.app_home_scan()}
        text={m.app_home_scan_text()}
      />
      <Action
        to="/items"
        focusSearch
        icon={<IconSearch size={34} stroke={1.75} aria-hidden />}
        name={m.app_home_find()}
        text={m.app_home_find_text()}
      />
    </div>
  );
}

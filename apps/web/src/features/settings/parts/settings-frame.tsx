import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { settingsSections } from '../sections.ts';
import classes from './settings-frame.module.css';

interface SettingsFrameProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  /** A link back to somewhere else than the list. */
  readonly back?: ReactNode;
  /** The first screen of Settings: on a phone the list of the others is on it. */
  readonly first?: boolean;
}

/** The list of sections beside the one that is open; on a phone the list is above the first of them only. */
export function SettingsFrame({ title, description, children, back, first = false }: SettingsFrameProps) {
  const { me } = useLab();
  const home = first ? undefined : (
    <span className={classes.back}>
      <Link to="/settings">{m.app_settings_back()}</Link>
    </span>
  );
  return (
    <>
      <PageHeader title={title} description={description} back={back ?? home} />
      <div className={classes.frame}>
        <nav className={classes.nav} data-first={first || undefined} aria-label={m.app_settings_sections()}>
          <ul className={classes.list}>
            {settingsSections(me.role).map(({ to, label, text, icon: Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  className={classes.entry}
                  activeOptions={{ exact: to === '/settings', includeSearch: false }}
                >
                  <Icon size={21} stroke={1.7} aria-hidden />
                  <span className={classes.words}>
                    <span>{label()}</span>
                    <span className={classes.text}>{text()}</span>
                  </span>
                  <IconChevronRight size={18} stroke={1.7} aria-hidden className={classes.arrow} />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={classes.parts}>{children}</div>
      </div>
    </>
  );
}

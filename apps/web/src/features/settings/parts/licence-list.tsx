import { m } from '../../../paraglide/messages.js';
import { licences } from '../licences.ts';
import classes from './licence-list.module.css';

export default function LicenceList() {
  if (licences.length === 0) return <p className={classes.note}>{m.app_about_licences_none()}</p>;
  return (
    <>
      <p className={classes.note}>{m.app_about_parts({ n: licences.length })}</p>
      {licences.map(({ name, version, licence, text }) => (
        <details key={`${name} ${version}`} className={classes.part}>
          <summary className={classes.name}>
            <span>
              {name} <span className={classes.version}>{version}</span>
            </span>
            <span className={classes.licence}>{licence}</span>
          </summary>
          <pre className={classes.text} tabIndex={0}>
            {text}
          </pre>
        </details>
      ))}
    </>
  );
}

import { Fragment } from 'react';
import { m } from '../../../paraglide/messages.js';
import type { PathStep, PlaceName } from '../place.ts';
import { pathSeparator, placeWords } from '../wording.ts';
import classes from './movements.module.css';
import { RecordLink } from './record-link.tsx';

/** A path of locations, each one a link. */
export function PathLinks({ path }: { path: readonly PathStep[] }) {
  return (
    <>
      {path.map(({ id, name }, index) => (
        <Fragment key={id}>
          {index > 0 ? <span aria-hidden>{pathSeparator}</span> : null}
          <RecordLink kind="location" id={id}>
            {name}
          </RecordLink>
        </Fragment>
      ))}
    </>
  );
}

/** A place with links to what it is. */
export function PlaceLabel({ name }: { name: PlaceName }) {
  if (name.kind === 'virtual') return <>{placeWords(name)}</>;
  if (name.kind === 'location') {
    if (name.path.length > 0) return <PathLinks path={name.path} />;
    return <span className={classes.missing}>{m.items_place_missing()}</span>;
  }
  return (
    <>
      <RecordLink kind="container" id={name.id}>
        {name.label ?? m.items_container_missing()}
      </RecordLink>
      <span className={classes.path}>
        {name.path.length > 0 ? <PathLinks path={name.path} /> : m.items_place_nowhere()}
      </span>
    </>
  );
}

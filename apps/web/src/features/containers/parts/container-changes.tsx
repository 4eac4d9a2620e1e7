/** The two things that change most in a vessel's life, each with one tap: its state and its place. */
import { SegmentedControl } from '@mantine/core';
import { containerStates } from '@tidylab/domain/containers/model';
import type { Container } from '@tidylab/domain/records';
import { m } from '../../../paraglide/messages.js';
import { Section } from '../../../ui/section.tsx';
import { LocationPicker } from '../../locations/index.ts';
import { stateWords, useEdit, useMay } from '../../lots/index.ts';
import classes from './containers.module.css';

export function ContainerChanges({ id, container }: { id: string; container: Container }) {
  const isAllowed = useMay()('edit-container');
  const { saving, failure, save } = useEdit('container', id, container, { live: true });
  if (!isAllowed) return null;
  return (
    <Section title={m.items_container_changes()}>
      <div className={classes.form}>
        <SegmentedControl
          aria-label={m.items_state()}
          size="md"
          fullWidth
          disabled={saving}
          value={container.state}
          onChange={(picked) => {
            const state = containerStates.find((known) => known === picked);
            if (state) void save({ state });
          }}
          data={containerStates.map((value) => ({ value, label: stateWords[value]() }))}
        />
        <LocationPicker
          label={m.items_container_place()}
          none={m.items_place_nowhere()}
          value={container.locationId}
          onChange={(locationId) => void save({ locationId })}
        />
        {failure === null ? null : <p role="alert">{failure}</p>}
      </div>
    </Section>
  );
}

import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { useLab } from '../../../store/use-live.tsx';
import { Row, RowList } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { historyPath, historySchema, type PersonEntry } from '../people-schema.ts';
import { eventInWords } from '../wording.ts';
import { useServer } from '../use-server.ts';
import classes from './people.module.css';

/** What was done to people, newest first; of one person when `about` is given. */
export function HistoryList({ people, about }: { people: readonly PersonEntry[]; about?: string }) {
  const { lab } = useLab();
  const { answer } = useServer(historyPath, historySchema);
  if (!answer?.ok) return null;
  const events = answer.value.history.filter(({ aboutId }) => about === undefined || aboutId === about);
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '–';
  const format = new Intl.DateTimeFormat(getLocale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: lab.timeZone,
  });
  return (
    <Section title={m.app_people_history()}>
      {events.length === 0 ? <p className={`${classes.pad} ${classes.text}`}>{m.app_people_history_none()}</p> : null}
      <RowList label={m.app_people_history()}>
        {events.map((event) => (
          <Row
            key={`${event.at} ${event.aboutId} ${event.what} ${event.detail}`}
            title={about === undefined ? `${nameOf(event.aboutId)}: ${eventInWords(event)}` : eventInWords(event)}
            detail={m.app_people_by({ who: nameOf(event.byId), when: format.format(event.at) })}
          />
        ))}
      </RowList>
    </Section>
  );
}

import { Badge, Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { Row, RowList, rowLink } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { RowsSkeleton } from '../../../ui/skeletons.tsx';
import { roleWords, SettingsFrame } from '../../settings/index.ts';
import { HistoryList } from '../parts/history-list.tsx';
import { FailureNotice, ServerPart } from '../parts/server-part.tsx';
import { peoplePath, peopleSchema, type PersonEntry } from '../people-schema.ts';
import { useServer } from '../use-server.ts';

function PersonState({ person: { disabled, joined }, isMe }: { person: PersonEntry; isMe: boolean }) {
  if (disabled) return <Badge color="gray">{m.app_people_disabled()}</Badge>;
  if (!joined) return <Badge color="yellow">{m.app_people_waiting()}</Badge>;
  return isMe ? <Badge color="teal">{m.app_people_you()}</Badge> : null;
}

function PeopleList() {
  const { me } = useLab();
  const { answer, again } = useServer(peoplePath, peopleSchema);
  if (!answer) return <RowsSkeleton rows={4} label={m.common_loading()} />;
  if (!answer.ok) return <FailureNotice code={answer.code} onRetry={again} />;
  const { people } = answer.value;
  return (
    <>
      <Section
        title={m.app_people_count({ n: people.length })}
        aside={
          <Button
            leftSection={<IconUserPlus size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/settings/people/new" {...props} />}
          >
            {m.app_people_add()}
          </Button>
        }
      >
        <RowList label={m.app_settings_people()}>
          {people.map((person) => (
            <Row
              key={person.id}
              title={
                <Link to="/settings/people/$id" params={{ id: person.id }} className={rowLink}>
                  {person.name}
                </Link>
              }
              detail={`${person.login} · ${roleWords[person.role]()}`}
              end={<PersonState person={person} isMe={person.id === me.id} />}
            />
          ))}
        </RowList>
      </Section>
      <HistoryList people={people} />
    </>
  );
}

export default function PeoplePage() {
  return (
    <SettingsFrame title={m.app_settings_people()}>
      <ServerPart>
        <PeopleList />
      </ServerPart>
    </SettingsFrame>
  );
}

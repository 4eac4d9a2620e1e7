import { Link, useParams } from '@tanstack/react-router';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { useLab } from '../../../store/use-live.tsx';
import { KeyValue } from '../../../ui/key-value.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { RowsSkeleton } from '../../../ui/skeletons.tsx';
import { roleWords, SettingsFrame } from '../../settings/index.ts';
import { AccessPart } from '../parts/access-part.tsx';
import { CodePart } from '../parts/code-part.tsx';
import { HistoryList } from '../parts/history-list.tsx';
import { RolePart } from '../parts/role-part.tsx';
import { FailureNotice, ServerPart } from '../parts/server-part.tsx';
import { peoplePath, peopleSchema, type PersonEntry } from '../people-schema.ts';
import { useServer } from '../use-server.ts';

function stateInWords({ disabled, joined, codeUntil }: PersonEntry, timeZone: string): string | null {
  if (disabled) return m.app_people_disabled();
  if (codeUntil !== null) {
    const format = new Intl.DateTimeFormat(getLocale(), { dateStyle: 'medium', timeStyle: 'short', timeZone });
    return m.app_people_code_waiting({ when: format.format(codeUntil) });
  }
  return joined ? null : m.app_people_waiting();
}

function Person({ person, people }: { person: PersonEntry; people: readonly PersonEntry[] }) {
  const { lab } = useLab();
  const state = stateInWords(person, lab.timeZone);
  return (
    <>
      {state === null ? null : <Notice tone="info">{state}</Notice>}
      <Section title={m.app_settings_profile()}>
        <KeyValue
          rows={[
            { key: m.app_settings_person(), value: person.name },
            { key: m.app_login(), value: person.login },
            { key: m.app_settings_role(), value: roleWords[person.role]() },
          ]}
        />
      </Section>
      <Section title={m.app_settings_role()}>
        <RolePart person={person} />
      </Section>
      {person.disabled ? null : (
        <Section title={m.app_people_code()}>
          <CodePart person={person} />
        </Section>
      )}
      <Section title={m.app_people_access()}>
        <AccessPart person={person} />
      </Section>
      <HistoryList people={people} about={person.id} />
    </>
  );
}

function Page() {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const { answer, again } = useServer(peoplePath, peopleSchema);
  const person = answer?.ok ? answer.value.people.find((one) => one.id === id) : undefined;
  return (
    <SettingsFrame
      title={person?.name ?? m.app_settings_people()}
      back={<Link to="/settings/people">{m.app_people_back()}</Link>}
    >
      {!answer ? <RowsSkeleton rows={4} label={m.common_loading()} /> : null}
      {answer && !answer.ok ? <FailureNotice code={answer.code} onRetry={again} /> : null}
      {answer?.ok && !person ? <Notice tone="warn">{m.app_people_missing()}</Notice> : null}
      {answer?.ok && person ? <Person person={person} people={answer.value.people} /> : null}
    </SettingsFrame>
  );
}

export default function PersonPage() {
  return (
    <ServerPart>
      <Page />
    </ServerPart>
  );
}

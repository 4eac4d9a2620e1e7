import { Badge, Button } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import * as z from 'zod/mini';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { useLab } from '../../../store/use-live.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { formatBytes } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Row, RowList } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { RowsSkeleton } from '../../../ui/skeletons.tsx';
import { SettingsFrame } from '../../settings/index.ts';
import classes from '../parts/people.module.css';
import { FailureNotice, ServerPart } from '../parts/server-part.tsx';
import { useServer, useTell } from '../use-server.ts';

/** Newest first; times are Unix ms. `verified`: the copy was opened and everything in it computed again. */
const backupsSchema = z.object({
  backups: z.array(
    z.object({
      name: z.string(),
      madeAt: z.number(),
      bytes: z.number(),
      verified: z.boolean(),
    }),
  ),
  making: z.boolean(),
  next: z.number(),
  failure: z.nullable(z.object({ at: z.number(), reason: z.string() })),
});
type Backups = z.infer<typeof backupsSchema>;

const path = '/api/v1/admin/backups';

function useInstant(): (ms: number) => string {
  const { lab } = useLab();
  const format = new Intl.DateTimeFormat(getLocale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: lab.timeZone,
  });
  return (ms) => format.format(ms);
}

function CopyList({ backups }: Pick<Backups, 'backups'>) {
  const instant = useInstant();
  if (backups.length === 0) {
    return (
      <EmptyState icon={IconDatabaseExport} title={m.app_backup_none()}>
        {m.app_backup_none_text()}
      </EmptyState>
    );
  }
  return (
    <RowList label={m.app_backup_list()}>
      {backups.map(({ name, madeAt, bytes, verified }) => (
        <Row
          key={name}
          title={instant(madeAt)}
          detail={`${name} · ${formatBytes(bytes, getLocale())}`}
          end={
            <Badge color={verified ? 'teal' : 'yellow'}>
              {verified ? m.app_backup_verified() : m.app_backup_unverified()}
            </Badge>
          }
        />
      ))}
    </RowList>
  );
}

function Copies() {
  const instant = useInstant();
  const { answer, again } = useServer(path, backupsSchema, ({ making }) => making);
  const { tell, failure: failed, telling } = useTell();
  if (!answer) return <RowsSkeleton rows={4} label={m.common_loading()} />;
  if (!answer.ok && answer.code === 'not-found') {
    return (
      <EmptyState icon={IconDatabaseExport} title={m.app_backup_unavailable()}>
        {m.app_backup_unavailable_text()}
      </EmptyState>
    );
  }
  if (!answer.ok) return <FailureNotice code={answer.code} onRetry={again} />;
  const { backups, making, next, failure } = answer.value;
  return (
    <>
      {failure ? (
        <Notice tone="danger" role="alert">
          {m.app_backup_failed({ when: instant(failure.at), reason: failure.reason })}
        </Notice>
      ) : null}
      <Section title={m.app_backup_list()}>
        <div className={classes.pad}>
          <p className={classes.text}>{making ? m.app_backup_making() : m.app_backup_next({ when: instant(next) })}</p>
          <div className={classes.buttons}>
            <Button variant="default" loading={telling || making} onClick={() => void tell(path)}>
              {m.app_backup_make()}
            </Button>
          </div>
          {failed ? <FailureNotice code={failed} /> : null}
        </div>
        <CopyList backups={backups} />
      </Section>
    </>
  );
}

export default function BackupPage() {
  return (
    <SettingsFrame title={m.app_settings_backup()}>
      <ServerPart>
        <Copies />
      </ServerPart>
    </SettingsFrame>
  );
}

import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { useLab } from '../../../store/use-live.tsx';
import type { OneTimeCode } from '../people-schema.ts';
import classes from './code-card.module.css';

function CopyButton({ label, text }: { label: string; text: string }) {
  const clipboard = useClipboard({ timeout: 2000 });
  const Icon = clipboard.copied ? IconCheck : IconCopy;
  return (
    <Button variant="default" leftSection={<Icon size={18} aria-hidden />} onClick={() => clipboard.copy(text)}>
      {clipboard.copied ? m.app_people_copied() : label}
    </Button>
  );
}

interface CodeCardProps {
  readonly given: OneTimeCode;
  readonly person: { readonly name: string; readonly login: string };
}

/** A code, once: it can be read out, copied, or sent as a link or a whole invitation. */
export function CodeCard({ given, person }: CodeCardProps) {
  const { lab } = useLab();
  const { name, login } = person;
  const link = `${window.location.origin}/join?code=${given.code}`;
  const when = new Intl.DateTimeFormat(getLocale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: lab.timeZone,
  }).format(given.expiresAt);
  return (
    <div className={classes.card}>
      <p className={classes.text}>{m.app_people_code_first_text({ name, when })}</p>
      <output className={classes.code} aria-label={m.app_people_code()}>
        {given.code}
      </output>
      <p className={classes.link}>{link}</p>
      <div className={classes.buttons}>
        <CopyButton label={m.app_people_code_copy()} text={given.code} />
        <CopyButton label={m.app_people_link_copy()} text={link} />
        <CopyButton
          label={m.app_people_text_copy()}
          text={m.app_people_invitation({ name, lab: lab.name, link, login, when })}
        />
      </div>
    </div>
  );
}

import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Result } from '@tidylab/domain/kernel/result';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { EntryCard } from '../../../ui/entry-card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { PasswordField, useAccount } from '../../sign-in/index.ts';
import { adviceInWords, adviseOn, isAcceptable } from '../../setup/index.ts';
import { type Invitation, type JoinCode, useJoining } from '../join.ts';
import { joinFailureInWords } from '../join-words.ts';

interface CodeFormProps {
  readonly first: string;
  readonly failure: JoinCode | null;
  readonly looking: boolean;
  readonly onCode: (code: string) => void;
}

function CodeForm({ first, failure, looking, onCode }: CodeFormProps) {
  const form = useForm({
    initialValues: { code: first },
    validate: { code: (code) => (code.trim() === '' ? m.app_required() : null) },
  });
  return (
    <form onSubmit={form.onSubmit(({ code }) => onCode(code.trim()))} noValidate>
      <Stack gap="md">
        {failure ? (
          <Notice tone={failure === 'offline' ? 'warn' : 'danger'} role="alert">
            {joinFailureInWords(failure)}
          </Notice>
        ) : null}
        <TextInput
          label={m.app_join_code()}
          description={m.app_join_code_hint()}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          {...form.getInputProps('code')}
        />
        <PrimaryButton type="submit" loading={looking}>
          {m.app_join_next()}
        </PrimaryButton>
      </Stack>
    </form>
  );
}

interface PasswordFormProps {
  readonly invitation: Invitation;
  readonly failure: JoinCode | null;
  readonly joining: boolean;
  readonly onPassword: (password: string) => void;
}

function PasswordForm({ invitation, failure, joining, onPassword }: PasswordFormProps) {
  const { name, login, lab } = invitation;
  const form = useForm({
    initialValues: { password: '' },
    validate: {
      password: (password) => {
        const advice = adviseOn(password, [login, name, lab]);
        return isAcceptable(advice) ? null : password === '' ? m.app_required() : adviceInWords(advice);
      },
    },
  });
  return (
    <form onSubmit={form.onSubmit(({ password }) => onPassword(password))} noValidate>
      <Stack gap="md">
        {failure ? (
          <Notice tone={failure === 'offline' ? 'warn' : 'danger'} role="alert">
            {joinFailureInWords(failure)}
          </Notice>
        ) : null}
        <TextInput label={m.app_login()} value={login} readOnly autoComplete="username" />
        <PasswordField
          label={m.app_password()}
          description={adviceInWords(adviseOn(form.values.password, [login, name, lab]))}
          autoComplete="new-password"
          autoFocus
          {...form.getInputProps('password')}
        />
        <PrimaryButton type="submit" loading={joining}>
          {m.app_join_submit()}
        </PrimaryButton>
      </Stack>
    </form>
  );
}

/** Two steps: whose code it is, then a password. A code of the address is looked up at once. */
function JoinForms() {
  const { look, join } = useJoining();
  const navigate = useNavigate();
  const { code: given = '' }: { code?: string } = useSearch({ strict: false });
  const [code, setCode] = useState(given);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [failure, setFailure] = useState<JoinCode | null>(null);
  const [busy, setBusy] = useState(given !== '');
  const settle = (found: Result<Invitation, JoinCode>): void => {
    setBusy(false);
    if (found.ok) setInvitation(found.value);
    else setFailure(found.code);
  };
  const lookUp = async (typed: string): Promise<void> => {
    setBusy(true);
    setFailure(null);
    setCode(typed);
    settle(await look(typed));
  };
  useEffect(() => {
    if (given === '') return undefined;
    let isGone = false;
    void look(given).then((found) => (isGone ? undefined : settle(found)));
    return () => {
      isGone = true;
    };
  }, [given, look]);
  const enter = async (password: string): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const joined = await join(code, password);
    setBusy(false);
    if (joined.ok) return void navigate({ to: '/', replace: true });
    setFailure(joined.code);
    if (joined.code === 'wrong-code') setInvitation(null);
  };
  return (
    <EntryCard
      title={m.app_join_title()}
      description={invitation ? m.app_join_hello({ ...invitation }) : m.app_join_intro()}
    >
      {invitation ? (
        <PasswordForm
          invitation={invitation}
          failure={failure}
          joining={busy}
          onPassword={(password) => void enter(password)}
        />
      ) : (
        <CodeForm first={given} failure={failure} looking={busy} onCode={(typed) => void lookUp(typed)} />
      )}
    </EntryCard>
  );
}

export default function JoinPage() {
  const { signedInAs } = useJoining();
  const { signOut } = useAccount();
  if (signedInAs === null) return <JoinForms />;
  return (
    <>
      <PageHeader title={m.app_join_title()} />
      <Notice tone="info" action={<Button onClick={() => void signOut()}>{m.app_sign_out()}</Button>}>
        {m.app_join_signed_in({ name: signedInAs })}
      </Notice>
    </>
  );
}

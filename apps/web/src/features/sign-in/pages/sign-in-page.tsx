import { Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { EntryCard } from '../../../ui/entry-card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { type SignInCode, useAccount } from '../account.ts';
import { PasswordField } from '../parts/password-field.tsx';

const words: Readonly<Record<SignInCode, () => string>> = {
  'wrong-login': m.app_sign_in_wrong,
  'slow-down': m.app_sign_in_slow_down,
  offline: m.app_sign_in_offline,
  server: m.app_sign_in_server,
};

export default function SignInPage() {
  const { signIn, knownLab } = useAccount();
  const [failure, setFailure] = useState<SignInCode | null>(null);
  const [sending, setSending] = useState(false);
  const form = useForm({
    initialValues: { login: '', password: '' },
    validate: { login: isNotEmpty(m.app_required()), password: isNotEmpty(m.app_required()) },
  });
  const submit = async (values: { login: string; password: string }): Promise<void> => {
    setSending(true);
    setFailure(null);
    const result = await signIn({ login: values.login.trim(), password: values.password });
    setSending(false);
    if (!result.ok) setFailure(result.code);
  };
  return (
    <EntryCard
      title={m.app_sign_in_title()}
      description={knownLab === null ? m.app_sign_in_intro() : m.app_sign_in_lab({ lab: knownLab })}
    >
      <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
        <Stack gap="md">
          {failure ? (
            <Notice tone={failure === 'offline' ? 'warn' : 'danger'} role="alert">
              {words[failure]()}
            </Notice>
          ) : null}
          <TextInput
            label={m.app_login()}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            {...form.getInputProps('login')}
          />
          <PasswordField label={m.app_password()} autoComplete="current-password" {...form.getInputProps('password')} />
          <PrimaryButton type="submit" loading={sending}>
            {m.app_sign_in_submit()}
          </PrimaryButton>
        </Stack>
      </form>
    </EntryCard>
  );
}

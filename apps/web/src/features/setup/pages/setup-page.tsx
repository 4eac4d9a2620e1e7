import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { type UseFormReturnType, isNotEmpty, useForm } from '@mantine/form';
import { useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { useBusy } from '../../../ui/busy.ts';
import { EntryCard } from '../../../ui/entry-card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { PasswordField } from '../../sign-in/index.ts';
import { currencies, guessCurrency } from '../currencies.ts';
import { adviseOn, isAcceptable } from '../password-strength.ts';
import { adviceInWords, refusalInWords } from '../password-words.ts';
import { type SetUpCode, type SetUpForm, useSetUp } from '../set-up.ts';
import { guessedZone, timeZones } from '../time-zones.ts';
import classes from './setup-page.module.css';

const guessedCurrency = (): string => guessCurrency(navigator.language, guessedZone());

type Form = UseFormReturnType<SetUpForm>;

const namesOf = ({ login, personName, labName }: SetUpForm): string[] => [login, personName, labName];

function LabPart({ form }: { form: Form }) {
  const zones = useMemo(timeZones, []);
  const money = useMemo(() => currencies(getLocale(), guessedCurrency()), []);
  return (
    <fieldset className={classes.part}>
      <legend className={classes.legend}>{m.app_setup_lab_part()}</legend>
      <Stack gap="md">
        <TextInput
          label={m.app_setup_lab()}
          autoComplete="organization"
          maxLength={120}
          {...form.getInputProps('labName')}
        />
        <Select
          label={m.app_setup_zone()}
          description={m.app_setup_zone_hint()}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={zones}
          searchable
          allowDeselect={false}
          limit={60}
          nothingFoundMessage={m.app_setup_zone_empty()}
          {...form.getInputProps('timeZone')}
        />
        <Select
          label={m.app_setup_currency()}
          description={m.app_setup_currency_hint()}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={money}
          searchable
          allowDeselect={false}
          limit={60}
          nothingFoundMessage={m.app_setup_currency_empty()}
          {...form.getInputProps('currency')}
        />
        <Radio.Group label={m.app_setup_contents()} {...form.getInputProps('contents')}>
          <Stack gap={12} mt={8}>
            <Radio size="md" value="demo" label={m.app_setup_demo()} description={m.app_setup_demo_text()} />
            <Radio size="md" value="empty" label={m.app_setup_empty()} description={m.app_setup_empty_text()} />
          </Stack>
        </Radio.Group>
      </Stack>
    </fieldset>
  );
}

function PersonPart({ form }: { form: Form }) {
  const advice = adviseOn(form.values.password, namesOf(form.values));
  return (
    <fieldset className={classes.part}>
      <legend className={classes.legend}>{m.app_setup_you_part()}</legend>
      <Stack gap="md">
        <TextInput
          label={m.app_setup_name()}
          autoComplete="name"
          maxLength={120}
          {...form.getInputProps('personName')}
        />
        <TextInput
          label={m.app_login()}
          description={m.app_setup_login_hint()}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          {...form.getInputProps('login')}
        />
        <PasswordField
          label={m.app_password()}
          description={adviceInWords(advice)}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
      </Stack>
    </fieldset>
  );
}

function useSetUpForm(code: string): Form {
  const needed = isNotEmpty(m.app_required());
  return useForm<SetUpForm>({
    initialValues: {
      code,
      labName: '',
      timeZone: guessedZone(),
      currency: guessedCurrency(),
      personName: '',
      login: '',
      password: '',
      contents: 'empty',
    },
    validate: {
      code: needed,
      labName: needed,
      timeZone: needed,
      currency: needed,
      personName: needed,
      login: (login) =>
        login.trim() === '' ? m.app_required() : /\s/u.test(login.trim()) ? m.app_login_spaces() : null,
      password: (password, values) => {
        const advice = adviseOn(password, namesOf(values));
        return isAcceptable(advice) ? null : password === '' ? m.app_required() : adviceInWords(advice);
      },
    },
  });
}

export default function SetupPage() {
  const setUp = useSetUp();
  const { code = '' }: { code?: string } = useSearch({ strict: false });
  const form = useSetUpForm(code);
  const [failure, setFailure] = useState<SetUpCode | null>(null);
  const [sending, setSending] = useState(false);
  useBusy(form.isDirty(), 'setup');
  const submit = async (values: SetUpForm): Promise<void> => {
    setSending(true);
    setFailure(null);
    const trimmed = {
      code: values.code.trim(),
      labName: values.labName.trim(),
      personName: values.personName.trim(),
      login: values.login.trim(),
    };
    const result = await setUp({ ...values, ...trimmed });
    setSending(false);
    if (!result.ok) setFailure(result.code);
  };
  return (
    <EntryCard title={m.app_setup_title()} description={m.app_setup_intro()} wide>
      <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
        <Stack gap="xl">
          <TextInput
            label={m.app_setup_code()}
            description={m.app_setup_code_hint()}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            {...form.getInputProps('code')}
          />
          <LabPart form={form} />
          <PersonPart form={form} />
          {failure ? (
            <Notice tone="danger" role="alert">
              {refusalInWords(failure)}
            </Notice>
          ) : null}
          <PrimaryButton type="submit" loading={sending}>
            {m.app_setup_submit()}
          </PrimaryButton>
        </Stack>
      </form>
    </EntryCard>
  );
}

/** The frame of a page with one form: a heading, the fields, what failed, and the buttons. */
import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useBusy } from '../../../ui/busy.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import classes from './forms.module.css';

interface FormPageProps {
  readonly title: string;
  readonly back: ReactNode;
  readonly description?: ReactNode;
  readonly submit: string;
  /** False: the person's role may not do this; the fields are not shown. */
  readonly isAllowed: boolean;
  readonly saving: boolean;
  /** Somebody typed something: a new version of the app waits, and a scan does not lead away. */
  readonly dirty: boolean;
  readonly failure: string | null;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

export function FormPage(props: FormPageProps) {
  const { title, back, description, submit, isAllowed, saving, dirty, failure, onSubmit, children } = props;
  const { history } = useRouter();
  useBusy(dirty, 'form');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  if (!isAllowed) {
    return (
      <>
        <PageHeader title={title} back={<span className={classes.long}>{back}</span>} />
        <Notice tone="warn">{m.items_form_not_allowed()}</Notice>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={title}
        back={<span className={classes.long}>{back}</span>}
        description={description === undefined ? undefined : <span className={classes.long}>{description}</span>}
      />
      <form className={classes.form} onSubmit={send} noValidate>
        {children}
        {failure === null ? null : (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        )}
        <div className={classes.buttons}>
          <PrimaryButton type="submit" loading={saving}>
            {submit}
          </PrimaryButton>
          <Button variant="subtle" size="md" onClick={() => history.back()}>
            {m.items_form_cancel()}
          </Button>
        </div>
      </form>
    </>
  );
}

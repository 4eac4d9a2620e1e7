import { Button, TextInput } from '@mantine/core';
import { IconPrinter, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { m } from '../../../paraglide/messages.js';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { HelpText } from '../parts/help-text.tsx';
import { findTopics } from '../topics.ts';
import classes from './help-page.module.css';

const headingOf = (id: string): string => `help-${id}`;

/**
 * The topic of the address is brought into view, and a screen reader goes on from its heading. Again after the router
 * has drawn the screen, because it begins by going to the top.
 */
function useTopicInView(topic: string | undefined): void {
  const router = useRouter();
  useEffect(() => {
    if (topic === undefined) return undefined;
    const show = (): void => {
      const heading = document.getElementById(headingOf(topic));
      heading?.scrollIntoView({ block: 'start' });
      heading?.focus({ preventScroll: true });
    };
    show();
    return router.subscribe('onRendered', show);
  }, [router, topic]);
}

export default function HelpPage() {
  const { topic, q = '' }: { topic?: string; q?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const found = findTopics(q);
  useTopicInView(topic);
  const search = (text: string): void =>
    void navigate({ to: '/help', search: text === '' ? {} : { q: text }, replace: true });
  return (
    <>
      <PageHeader
        title={m.help_title()}
        description={m.help_intro()}
        actions={
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {m.help_print()}
          </Button>
        }
      />
      <div className={classes.layout}>
        <div className={classes.side}>
          <TextInput
            type="search"
            label={m.help_search()}
            leftSection={<IconSearch size={18} aria-hidden />}
            defaultValue={q}
            maxLength={100}
            onChange={(event) => search(event.currentTarget.value)}
          />
          <nav aria-label={m.help_topics()}>
            <ul className={classes.topics}>
              {found.map(({ id, title }) => (
                <li key={id}>
                  <Link
                    to="/help"
                    search={q === '' ? { topic: id } : { topic: id, q }}
                    className={classes.topic}
                    aria-current={topic === id ? 'true' : undefined}
                  >
                    {title()}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <div className={classes.texts}>
          {found.length === 0 ? (
            <EmptyState icon={IconSearch} title={m.help_nothing({ query: q })}>
              {m.help_nothing_text()}
            </EmptyState>
          ) : null}
          {found.map(({ id, title, text }) => (
            <section key={id} aria-labelledby={headingOf(id)} className={classes.section}>
              <h2 id={headingOf(id)} className={classes.heading} tabIndex={-1}>
                {title()}
              </h2>
              <HelpText text={text()} />
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

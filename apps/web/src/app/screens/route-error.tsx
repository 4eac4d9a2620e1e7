import { Button } from '@mantine/core';
import { m } from '../../paraglide/messages.js';
import { ErrorPanel } from '../../ui/error-panel.tsx';

/** What browsers say when a lazy part cannot be fetched. */
const isMissingPart = (text: string): boolean =>
  /dynamically imported module|importing a module script|preload css/i.test(text);

/** For a bug in one screen, or in the start. It leaves the rest of the app, and all that was saved, as it is. */
export function RouteError({ error, reset }: { error: unknown; reset: () => void }) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const missing = isMissingPart(text);
  return (
    <ErrorPanel
      title={missing ? m.app_part_missing_title() : m.app_error_title()}
      technical={text}
      technicalLabel={m.app_error_details()}
      actions={
        <>
          <Button onClick={reset}>{m.common_retry()}</Button>
          <Button variant="default" onClick={() => location.reload()}>
            {m.app_error_reload()}
          </Button>
        </>
      }
    >
      <p>{missing ? m.app_part_missing_text() : m.app_error_text()}</p>
    </ErrorPanel>
  );
}

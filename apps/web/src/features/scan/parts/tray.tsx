/** Codes that wait: each can be linked to an item, read again, or ignored. Nothing here stops the loop. */
import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab, useLive } from '../../../store/use-live.tsx';
import { Section } from '../../../ui/section.tsx';
import { LinkButton, useMay } from '../../lots/index.ts';
import { useFormat } from '../../movements/index.ts';
import { keyOf } from '../core/link-code.ts';
import { newItemSearch } from '../core/new-item-search.ts';
import { readCode } from '../core/read-code.ts';
import type { WaitingCode } from '../core/tray.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import { linkFailureText, whyText } from '../wording.ts';
import { CodeText } from './code-text.tsx';
import { ItemSearch } from './item-search.tsx';
import classes from './scan.module.css';

export function Tray() {
  const tray = useSessionState((session) => session.tray);
  const [ignored, setIgnored] = useState<WaitingCode | null>(null);
  const { scanner } = useScan();
  if (tray.length === 0 && ignored === null) return null;
  const undo = (code: WaitingCode): void => {
    scanner.keep(code);
    setIgnored(null);
  };
  return (
    <Section title={m.scan_tray_title()}>
      {ignored === null ? null : (
        <div className={classes.row} role="status">
          <span className={classes.rowText}>{m.scan_tray_ignored()}</span>
          <Button variant="default" className={classes.step ?? ''} onClick={() => undo(ignored)}>
            {m.scan_undo()}
          </Button>
        </div>
      )}
      <ul className={classes.list} data-testid="scan-tray">
        {tray.map((code) => (
          <TrayRow key={code.text} code={code} onIgnore={setIgnored} />
        ))}
      </ul>
    </Section>
  );
}

interface TrayRowProps {
  readonly code: WaitingCode;
  readonly onIgnore?: (code: WaitingCode) => void;
}

export const TrayRow = memo(function TrayRow({ code, onIgnore }: TrayRowProps) {
  const { scanner } = useScan();
  const client = useLab();
  const format = useFormat();
  const [linking, setLinking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isKnown = useLive((replica) => readCode(replica, code, format.today()).ok, [code, format]);
  const isLinkable = code.why === 'unknown' && keyOf(client, code, format.today()) !== undefined;
  const link = async (itemId: string): Promise<void> => {
    const result = await scanner.link(code, itemId);
    if (!result.ok) setFailure(`${m.scan_link_failed()} ${linkFailureText(result.code)}`);
  };
  const ignore = (): void => {
    scanner.ignore(code);
    onIgnore?.(code);
  };
  return (
    <li className={classes.row}>
      <div className={classes.rowText}>
        <div className={classes.rowTitle}>
          <CodeText code={code} />
        </div>
        <p className={classes.quiet}>
          {isKnown && code.why === 'unknown' ? m.scan_tray_now_known() : whyText(code.why)}
        </p>
      </div>
      <div className={classes.stepper}>
        {isLinkable && !isKnown ? (
          <Button
            variant="light"
            className={classes.step ?? ''}
            aria-expanded={linking}
            onClick={() => setLinking(!linking)}
          >
            {m.scan_tray_link()}
          </Button>
        ) : null}
        {isLinkable && !isKnown ? <NewItemLink code={code} /> : null}
        {isKnown ? (
          <Button variant="light" className={classes.step ?? ''} onClick={() => scanner.again(code)}>
            {m.scan_tray_again()}
          </Button>
        ) : null}
        <Button variant="default" className={classes.step ?? ''} onClick={ignore}>
          {m.scan_tray_ignore()}
        </Button>
      </div>
      {linking ? <ItemSearch onPick={(itemId) => void link(itemId)} /> : null}
      {failure === null ? null : (
        <p role="alert" className={classes.fail}>
          {failure}
        </p>
      )}
    </li>
  );
});

/** A new item that this code will mean; what else the label says goes on to the form. */
function NewItemLink({ code }: { code: WaitingCode }) {
  const format = useFormat();
  const may = useMay();
  const search = useLive((replica) => newItemSearch(replica, code, format.today()), [code, format]);
  if (search === null || !may('create-item')) return null;
  return (
    <LinkButton variant="default" to="/items/new" search={search}>
      {m.items_new()}
    </LinkButton>
  );
}

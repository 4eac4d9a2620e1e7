/**
 * The address on our printed labels, opened by any phone's camera: leads to the thing that carries the label. One that
 * nothing carries is kept with the unknown codes, so that it can be linked here and now or later.
 */
import { Stack } from '@mantine/core';
import { formatOwnCode, parseOwnCode } from '@tidylab/domain/barcodes/own-label';
import { type Target, targetsOf } from '@tidylab/sync/replica/queries';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Row, RowList, rowLink } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { isAlive } from '../core/read-code.ts';
import type { WaitingCode } from '../core/tray.ts';
import { shownOf } from '../naming.ts';
import classes from '../parts/scan.module.css';
import { TrayRow } from '../parts/tray.tsx';
import { useScan } from '../scan-everywhere.tsx';

const addressOf = ({ kind, id }: Target): string => `/${kind}s/${id}`;

export default function LabelPage() {
  const { code: asked = '' }: { code?: string } = useParams({ strict: false });
  const code = parseOwnCode(asked);
  const targets = useLive(
    (replica) =>
      code === undefined ? [] : targetsOf(replica, [`own:${code}`]).filter((target) => isAlive(replica, target)),
    [code],
  );
  const [only] = targets;
  if (targets.length === 1 && only) return <Navigate to={addressOf(only)} replace />;
  return (
    <Stack gap="lg">
      <PageHeader title={m.scan_code_title({ code: code === undefined ? asked : formatOwnCode(code) })} />
      {code === undefined ? <Notice tone="warn">{m.scan_code_invalid()}</Notice> : null}
      {code !== undefined && targets.length === 0 ? <UnknownLabel code={code} /> : null}
      {targets.length > 1 ? <Several targets={targets} /> : null}
      <Link to="/scan" className={classes.mainLink}>
        {m.scan_code_scan()}
      </Link>
    </Stack>
  );
}

function UnknownLabel({ code }: { code: string }) {
  const { scanner } = useScan();
  const waiting = useMemo<WaitingCode>(
    () => ({ text: formatOwnCode(code), symbology: null, via: 'typed', mode: 'look', why: 'unknown' }),
    [code],
  );
  useEffect(() => scanner.keep(waiting), [scanner, waiting]);
  return (
    <>
      <Notice tone="info">{m.scan_code_unknown()}</Notice>
      <Section title={m.scan_unknown()}>
        <ul className={classes.list}>
          <TrayRow code={waiting} />
        </ul>
      </Section>
    </>
  );
}

function Several({ targets }: { targets: readonly Target[] }) {
  const rows = useLive((replica) => targets.map((target) => ({ target, ...shownOf(replica, target) })), [targets]);
  return (
    <Section title={m.scan_code_several()}>
      <RowList>
        {rows.map(({ target, title, detail }) => (
          <Row
            key={target.id}
            title={
              <Link to={addressOf(target)} className={rowLink}>
                {title}
              </Link>
            }
            detail={detail}
          />
        ))}
      </RowList>
    </Section>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { type StorageReport, useDevice } from '../../../ui/device.tsx';
import { formatBytes } from '../../../ui/format.ts';
import { KeyValue } from '../../../ui/key-value.tsx';
import classes from './storage-rows.module.css';

function usedText({ usedBytes, quotaBytes }: StorageReport): string {
  const locale = getLocale();
  if (usedBytes === null) return m.app_sync_storage_unknown();
  const used = formatBytes(usedBytes, locale);
  return quotaBytes === null ? used : m.app_sync_storage_of({ used, quota: formatBytes(quotaBytes, locale) });
}

/** How much this app keeps on the device, and whether the browser promised to keep it. */
export function StorageRows() {
  const { storage } = useDevice();
  const [report, setReport] = useState<StorageReport>({ usedBytes: null, quotaBytes: null, persisted: null });
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    let shown = true;
    void storage.read().then((read) => (shown ? setReport(read) : undefined));
    return () => {
      shown = false;
    };
  }, [storage]);
  const ask = async (): Promise<void> => {
    const answer = await storage.askToKeep();
    setReport(answer);
    setRefused(answer.persisted === false);
  };
  const kept = (
    <div className={classes.kept}>
      <span>{report.persisted === true ? m.app_sync_keep_yes() : m.app_sync_keep_no()}</span>
      {report.persisted === false ? (
        <Button size="sm" variant="light" className={classes.ask ?? ''} onClick={() => void ask()}>
          {m.app_sync_keep_ask()}
        </Button>
      ) : null}
      <span role="status">{refused ? <span className={classes.refused}>{m.app_sync_keep_refused()}</span> : null}</span>
    </div>
  );
  return (
    <KeyValue
      rows={[
        { key: m.app_sync_storage(), value: usedText(report) },
        { key: m.app_sync_keep(), value: kept },
      ]}
    />
  );
}

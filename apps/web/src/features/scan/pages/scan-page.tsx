/**
 * The scan loop on one screen, without dialogs: what holds, the picture, what happened, and below under the thumb what
 * is touched. While it is open nothing of the app may interrupt.
 */
import { useEffect, useRef } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useBusy } from '../../../ui/busy.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Announcer } from '../parts/announcer.tsx';
import { ContextBar } from '../parts/context-bar.tsx';
import { Dock } from '../parts/dock.tsx';
import { RecentList } from '../parts/recent-list.tsx';
import { ResultPanel } from '../parts/result-panel.tsx';
import classes from '../parts/layout.module.css';
import { ShelfReviews } from '../parts/shelf-review.tsx';
import { Tray } from '../parts/tray.tsx';
import { useCamera } from '../parts/use-camera.ts';
import { Viewfinder } from '../parts/viewfinder.tsx';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';

export default function ScanPage() {
  usePageTitle(m.scan_title());
  useBusy(true, 'scan session');
  const { scanner, ports } = useScan();
  const paused = useSessionState((session) => session.paused);
  const video = useRef<HTMLVideoElement>(null);
  useCountsKept();
  const view = useCamera({ ports, video, paused, onCode: (code) => scanner.scan(code) });
  return (
    <div className={classes.page}>
      <Head />
      <ContextBar />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Viewfinder
            video={video}
            view={view}
            paused={paused}
            onPause={(next) => scanner.choose({ type: 'paused', paused: next })}
          />
          <Dock view={view} />
        </div>
        <div className={classes.column}>
          <ResultPanel />
          <div className={classes.shelves}>
            <ShelfReviews />
          </div>
          <div className={classes.later}>
            <RecentList />
          </div>
          <div className={classes.later} id="scan-tray">
            <Tray />
          </div>
        </div>
      </div>
      <Announcer />
    </div>
  );
}

/** Counts that wait for the next scan are recorded when there will be none: the page is left or put away. */
function useCountsKept(): void {
  const { scanner } = useScan();
  useEffect(() => {
    const keep = (): void => scanner.commitCounts();
    document.addEventListener('visibilitychange', keep);
    addEventListener('pagehide', keep);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [scanner]);
}

function Head() {
  const waiting = useSessionState((session) => session.tray.length);
  const show = (): void => document.getElementById('scan-tray')?.scrollIntoView({ block: 'start' });
  return (
    <header className={classes.head}>
      <h1 className={classes.title} tabIndex={-1}>
        {m.scan_title()}
      </h1>
      {waiting === 0 ? null : (
        <button type="button" className={classes.trayLink} onClick={show}>
          {m.scan_tray({ n: waiting })}
        </button>
      )}
    </header>
  );
}

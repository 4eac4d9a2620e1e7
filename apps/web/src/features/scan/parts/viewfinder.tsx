import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import type { Camera } from '../../../platform/camera/open-camera.ts';
import { m } from '../../../paraglide/messages.js';
import { Notice } from '../../../ui/notice.tsx';
import { cameraWords } from '../wording.ts';
import classes from './viewfinder.module.css';
import type { CameraView } from './use-camera.ts';

interface ViewfinderProps {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly view: CameraView;
  readonly paused: boolean;
  readonly onPause: (paused: boolean) => void;
}

/** The camera's picture with its aimer. Without a camera: why, and what works all the same. */
export function Viewfinder({ video, view, paused, onPause }: ViewfinderProps) {
  const { state, camera } = view;
  const hasFailed = state !== 'off' && state !== 'on' && state !== 'starting';
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <>
      {hasFailed ? (
        <div className={classes.trouble}>
          <CameraTrouble view={view} />
        </div>
      ) : null}
      <section
        className={classes.viewfinder}
        aria-label={m.scan_camera_view()}
        hidden={hasFailed}
        data-viewfinder=""
        data-testid="scan-viewfinder"
        data-state={state}
      >
        <video ref={video} className={classes.video} muted playsInline aria-hidden tabIndex={-1} />
        <div className={classes.aimer} aria-hidden />
        {paused ? <p className={classes.viewMessage}>{m.scan_camera_paused()}</p> : null}
        {state === 'starting' && !paused ? <p className={classes.viewMessage}>{m.scan_camera_starting()}</p> : null}
        <button type="button" className={classes.viewButton} onClick={() => onPause(!paused)}>
          <span>
            <Icon size={18} aria-hidden />
            {paused ? m.scan_camera_resume() : m.scan_camera_pause()}
          </span>
        </button>
        {camera?.zoom && !paused ? <Zoom camera={camera} range={camera.zoom} /> : null}
      </section>
    </>
  );
}

const factors = [1, 2, 3] as const;

function Zoom({ camera, range }: { camera: Camera; range: NonNullable<Camera['zoom']> }) {
  const [factor, setFactor] = useState(1);
  const offered = factors.filter((each) => each >= range.min && each <= range.max);
  if (offered.length < 2) return null;
  return (
    <div className={classes.zoom} role="group" aria-label={m.scan_camera_zoom()}>
      {offered.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={factor === each}
          onClick={() => void camera.setZoom(each).then((done) => (done ? setFactor(each) : undefined))}
        >
          {each}×
        </button>
      ))}
    </div>
  );
}

function CameraTrouble({ view: { state, retry } }: { view: CameraView }) {
  const again = (
    <Button variant="default" onClick={retry}>
      {m.common_retry()}
    </Button>
  );
  if (state === 'off' || state === 'on' || state === 'starting') return null;
  if (state === 'reader-lost') {
    return (
      <Notice tone="warn" role="status" action={again}>
        {m.scan_reader_lost()}
      </Notice>
    );
  }
  const words = cameraWords[state];
  return (
    <Notice tone={state === 'missing' ? 'info' : 'warn'} role="status" title={words.title()} action={again}>
      {words.text()} {m.scan_camera_other_ways()}
    </Notice>
  );
}

/** The browser's side of scanning. Made once: the sound is unlocked by the first touch of the page. */
import type { ScanPorts } from '../features/scan/index.ts';
import { openCameraSession } from '../platform/camera/camera-session.ts';
import { createDecoder } from '../platform/camera/create-decoder.ts';
import { decodeFile } from '../platform/camera/decode-file.ts';
import { startFrameLoop } from '../platform/camera/frame-loop.ts';
import { listCameras } from '../platform/camera/open-camera.ts';
import { keepScreenOn } from '../platform/camera/wake-lock.ts';
import { createFeedback } from '../platform/feedback/feedback.ts';
import { localMemory } from '../platform/preferences/local-memory.ts';
import { listenForWedge } from '../platform/wedge/listen.ts';
import { runShortcut } from './shortcuts.ts';

const feedback = createFeedback();

/** @param open leads to a screen of this app. */
export const makeScanPorts = (open: (path: string) => void): ScanPorts => ({
  openCamera: openCameraSession,
  listCameras,
  createDecoder,
  startLoop: startFrameLoop,
  decodeFile,
  keepScreenOn,
  listenForWedge: (onScan) => listenForWedge({ onScan, onLoneKey: (key) => runShortcut(key, open) }),
  feedback,
  memory: localMemory,
});

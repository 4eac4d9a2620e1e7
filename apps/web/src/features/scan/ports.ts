/** What the scan loop wants of the browser. The composition root hands it in; tests hand in nothing that decodes. */
import type { CameraSession, CameraSessionOptions } from '../../platform/camera/camera-session.ts';
import type { FileResult } from '../../platform/camera/decode-file.ts';
import type { Decoder } from '../../platform/camera/decode-protocol.ts';
import type { FrameLoop, FrameLoopOptions } from '../../platform/camera/frame-loop.ts';
import type { CameraDevice } from '../../platform/camera/open-camera.ts';
import type { Feedback } from '../../platform/feedback/feedback.ts';

export interface ScanPorts {
  openCamera(options: CameraSessionOptions): CameraSession;
  listCameras(): Promise<readonly CameraDevice[]>;
  createDecoder(): Decoder;
  startLoop(options: FrameLoopOptions): FrameLoop;
  /** Codes in a picture, the one nearest to its middle first. */
  decodeFile(file: Blob, decoder: Decoder): Promise<FileResult>;
  /** Until the returned function is called. */
  keepScreenOn(): () => void;
  /** Hears of every scan of a keyboard-wedge scanner on the page, until the returned function is called. */
  listenForWedge(onScan: (text: string) => void): () => void;
  readonly feedback: Feedback;
  /** A few small texts that outlive the page; null where nothing is kept. Never throws. */
  readonly memory: { read(key: string): string | null; write(key: string, value: string): void };
}

/**
 * The camera of a scan session. `getUserMedia` is asked once a session (iOS asks the person again each time) and the
 * track is only switched off between scans. After the page was in the background a track may be dead or black: it is
 * opened anew on the same device. Failures are values; a refusal is no error of ours.
 */
import { type CameraControls, controlsOf } from './camera-controls.ts';

export type CameraFailure = 'refused' | 'missing' | 'busy' | 'insecure' | 'unsupported' | 'failed';

export interface CameraDevice {
  readonly deviceId: string;
  /** Empty until the person has allowed the camera. */
  readonly label: string;
}

export interface Camera extends CameraControls {
  readonly deviceId: string;
  /** Shows the picture in `video` and resolves once it plays; false when the browser refuses to play. */
  readonly showIn: (video: HTMLVideoElement) => Promise<boolean>;
  /** Keeps the camera but stops its pictures, or starts them again. */
  readonly setEnabled: (enabled: boolean) => void;
  /** False after the system took the camera away. */
  readonly isAlive: () => boolean;
  readonly stop: () => void;
}

export type CameraResult =
  | { readonly ok: true; readonly camera: Camera }
  | { readonly ok: false; readonly code: CameraFailure };

const FAILURES: Readonly<Record<string, CameraFailure>> = {
  NotAllowedError: 'refused',
  PermissionDeniedError: 'refused',
  SecurityError: 'insecure',
  NotFoundError: 'missing',
  DevicesNotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  TrackStartError: 'busy',
  AbortError: 'busy',
};

/** Names the failure behind what `getUserMedia` rejected with. */
export const cameraFailure = (error: unknown): CameraFailure =>
  (error instanceof Error || error instanceof DOMException ? FAILURES[error.name] : undefined) ?? 'failed';

const constraints = (deviceId: string | undefined): MediaStreamConstraints => ({
  audio: false,
  video: {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30 },
    ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: { ideal: 'environment' } }),
  },
});

const play = async (video: HTMLVideoElement, stream: MediaStream): Promise<boolean> => {
  video.muted = true;
  video.playsInline = true;
  if (video.srcObject !== stream) video.srcObject = stream;
  return video.play().then(
    () => true,
    () => false,
  );
};

const cameraOf = (stream: MediaStream, track: MediaStreamTrack): Camera => ({
  ...controlsOf(track),
  deviceId: track.getSettings().deviceId ?? '',
  showIn: (video) => play(video, stream),
  setEnabled: (enabled) => {
    track.enabled = enabled;
  },
  isAlive: () => track.readyState === 'live' && !track.muted,
  stop: () => {
    for (const each of stream.getTracks()) each.stop();
  },
});

/** Opens the camera at the back, or the one named. Call it from a tap: some browsers show no prompt otherwise. */
export const openCamera = async (deviceId?: string): Promise<CameraResult> => {
  if (!globalThis.isSecureContext) return { ok: false, code: 'insecure' };
  const media: MediaDevices | undefined = navigator.mediaDevices;
  if (typeof media?.getUserMedia !== 'function') return { ok: false, code: 'unsupported' };
  try {
    const stream = await media.getUserMedia(constraints(deviceId));
    const [track] = stream.getVideoTracks();
    return track ? { ok: true, camera: cameraOf(stream, track) } : { ok: false, code: 'missing' };
  } catch (error) {
    return { ok: false, code: cameraFailure(error) };
  }
};

/** The cameras of this device, for switching. */
export const listCameras = async (): Promise<readonly CameraDevice[]> => {
  const devices = await (navigator.mediaDevices as MediaDevices | undefined)?.enumerateDevices().catch(() => []);
  return (devices ?? [])
    .filter((device) => device.kind === 'videoinput')
    .map(({ deviceId, label }) => ({ deviceId, label }));
};

/**
 * One scan session's camera in one video element: opened once, switched on request, and opened anew when the page comes
 * back from the background with a dead picture or after a long rest. Torch is off after that; zoom is set again.
 */
import { type Camera, type CameraFailure, openCamera } from './open-camera.ts';

// Longer rests end with a black picture on iOS even though the track calls itself live.
const REST_MS = 60_000;

export interface CameraSession {
  readonly camera: () => Camera | undefined;
  readonly switchTo: (deviceId: string) => Promise<CameraFailure | undefined>;
  readonly setZoom: (factor: number) => Promise<boolean>;
  readonly close: () => void;
}

export interface CameraSessionOptions {
  readonly video: HTMLVideoElement;
  /** The camera used last on this device. */
  readonly deviceId?: string;
  /** Called whenever a camera shows its picture: at the start, after a switch, after the background. */
  readonly onCamera: (camera: Camera) => void;
  readonly onFailure: (code: CameraFailure) => void;
}

/** Starts the session; call it from a tap. Failures reach `onFailure`, and `switchTo` or a new session tries again. */
export const openCameraSession = (options: CameraSessionOptions): CameraSession => {
  const { video, onCamera, onFailure } = options;
  let camera: Camera | undefined;
  let zoom: number | undefined;
  let hiddenAt = 0;
  let isClosed = false;

  const open = async (deviceId?: string): Promise<CameraFailure | undefined> => {
    camera?.stop();
    camera = undefined;
    const result = await openCamera(deviceId);
    if (!result.ok) {
      // A remembered camera may be unplugged; any other will do.
      if (deviceId && result.code === 'missing') return open();
      if (!isClosed) onFailure(result.code);
      return result.code;
    }
    if (isClosed) {
      result.camera.stop();
      return undefined;
    }
    camera = result.camera;
    if (zoom !== undefined) await camera.setZoom(zoom);
    if (!(await camera.showIn(video))) onFailure('failed');
    else if (!isClosed) onCamera(result.camera);
    return undefined;
  };

  const onVisibility = (): void => {
    if (document.hidden) {
      hiddenAt = performance.now();
      camera?.setEnabled(false);
    } else if (camera && (!camera.isAlive() || performance.now() - hiddenAt > REST_MS)) {
      void open(camera.deviceId);
    } else {
      camera?.setEnabled(true);
    }
  };

  document.addEventListener('visibilitychange', onVisibility);
  void open(options.deviceId);
  return {
    camera: () => camera,
    switchTo: open,
    setZoom: (factor) => {
      zoom = factor;
      return camera?.setZoom(factor) ?? Promise.resolve(false);
    },
    close: () => {
      isClosed = true;
      document.removeEventListener('visibilitychange', onVisibility);
      camera?.stop();
      camera = undefined;
      video.srcObject = null;
    },
  };
};

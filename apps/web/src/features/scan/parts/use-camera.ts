/**
 * The camera and the decoder of the scan screen. The camera is opened once while the screen is there, rests while the
 * session is paused, and is given back when the screen closes. Photos use the same decoder, with or without a camera.
 */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { CameraSession } from '../../../platform/camera/camera-session.ts';
import type { FileFault } from '../../../platform/camera/decode-file.ts';
import type { Decoder } from '../../../platform/camera/decode-protocol.ts';
import type { FrameLoop } from '../../../platform/camera/frame-loop.ts';
import type { Camera, CameraFailure } from '../../../platform/camera/open-camera.ts';
import type { ScannedCode } from '../core/read-code.ts';
import type { ScanPorts } from '../ports.ts';

export type CameraState = 'off' | 'starting' | 'on' | CameraFailure | 'reader-lost';

export interface CameraView {
  readonly state: CameraState;
  /** The camera that shows its picture. */
  readonly camera: Camera | null;
  /** Device ids of all cameras, for switching. */
  readonly cameras: readonly string[];
  switchCamera(): void;
  retry(): void;
  /** Null: a code was found and handed on. */
  readPhoto(file: Blob): Promise<FileFault | null>;
}

interface Options {
  readonly ports: ScanPorts;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly paused: boolean;
  readonly onCode: (code: ScannedCode) => void;
}

const lastCameraKey = 'tidylab.camera';

export function useCamera({ ports, video, paused, onCode }: Options): CameraView {
  const [state, setState] = useState<CameraState>(paused ? 'off' : 'starting');
  const [camera, setCamera] = useState<Camera | null>(null);
  const [cameras, setCameras] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [wanted, setWanted] = useState(!paused);
  const session = useRef<CameraSession | null>(null);
  const loop = useRef<FrameLoop | null>(null);
  const decoder = useDecoder(ports);
  const isPaused = useLatest(paused);
  const hand = useLatest(onCode);
  if (!paused && !wanted) {
    setWanted(true);
    setState('starting');
  }

  useEffect(() => {
    const element = video.current;
    if (!wanted || !element) return undefined;
    const remembered = ports.memory.read(lastCameraKey);
    const opened = ports.openCamera({
      video: element,
      ...(remembered === null ? {} : { deviceId: remembered }),
      onFailure: setState,
      onCamera: (shown) => {
        setCamera(shown);
        setState('on');
        void ports.listCameras().then((all) => setCameras(all.map(({ deviceId }) => deviceId)));
        if (isPaused.current) shown.setEnabled(false);
        if (loop.current) return;
        loop.current = ports.startLoop({
          video: element,
          decoder: decoder(),
          take: () => 'aimed',
          onCodes: (codes) => {
            for (const { text, symbology } of codes) hand.current({ text, symbology, via: 'camera' });
          },
          onTrouble: () => setState('reader-lost'),
        });
        if (isPaused.current) loop.current.pause();
      },
    });
    session.current = opened;
    return () => {
      loop.current?.stop();
      loop.current = null;
      session.current = null;
      opened.close();
      setCamera(null);
    };
  }, [ports, video, wanted, attempt, decoder, isPaused, hand]);

  useEffect(() => {
    session.current?.camera()?.setEnabled(!paused);
    if (paused) loop.current?.pause();
    else loop.current?.resume();
    return paused ? undefined : ports.keepScreenOn();
  }, [paused, ports]);

  const switchCamera = useSwitch(session, camera, cameras, ports);
  const readPhoto = usePhoto(decoder, hand, ports);
  const retry = useCallback(() => {
    setState('starting');
    setAttempt((before) => before + 1);
  }, []);
  return { state, camera, cameras, switchCamera, retry, readPhoto };
}

/** Goes round the cameras of this device, and remembers the one chosen. */
function useSwitch(
  session: RefObject<CameraSession | null>,
  camera: Camera | null,
  cameras: readonly string[],
  ports: ScanPorts,
): () => void {
  return useCallback(() => {
    const next = cameras[(cameras.indexOf(camera?.deviceId ?? '') + 1) % cameras.length];
    if (next === undefined) return;
    ports.memory.write(lastCameraKey, next);
    void session.current?.switchTo(next);
  }, [session, camera, cameras, ports]);
}

type Hand = RefObject<(code: ScannedCode) => void>;

function usePhoto(decoder: () => Decoder, hand: Hand, ports: ScanPorts): CameraView['readPhoto'] {
  return useCallback(
    async (file) => {
      const result = await ports.decodeFile(file, decoder());
      if (!result.ok) return result.code;
      const [nearest] = result.symbols;
      if (nearest) hand.current({ text: nearest.text, symbology: nearest.symbology, via: 'photo' });
      return null;
    },
    [decoder, hand, ports],
  );
}

/** The value of the last render, for callbacks that outlive one. */
function useLatest<T>(value: T): RefObject<T> {
  const ref = useRef(value);
  useEffect(() => {
    ref.current = value;
  });
  return ref;
}

/** Made at the first use, closed with the screen. */
function useDecoder(ports: ScanPorts): () => Decoder {
  const held = useRef<Decoder | null>(null);
  useEffect(
    () => () => {
      held.current?.close();
      held.current = null;
    },
    [],
  );
  return useCallback(() => (held.current ??= ports.createDecoder()), [ports]);
}

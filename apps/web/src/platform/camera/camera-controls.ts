/** Torch and zoom, where the camera has them. The DOM types of TypeScript do not know these two capabilities. */

export interface ZoomRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface CameraControls {
  readonly hasTorch: boolean;
  readonly zoom: ZoomRange | undefined;
  /** False when the camera did not take the setting. */
  readonly setTorch: (on: boolean) => Promise<boolean>;
  /** Values outside the range are moved to its ends. */
  readonly setZoom: (factor: number) => Promise<boolean>;
}

interface MoreCapabilities {
  readonly torch?: boolean;
  readonly zoom?: { readonly min?: number; readonly max?: number; readonly step?: number };
}

const capabilitiesOf = (track: MediaStreamTrack): MoreCapabilities =>
  typeof track.getCapabilities === 'function' ? (track.getCapabilities() as MoreCapabilities) : {};

const zoomRange = ({ zoom }: MoreCapabilities): ZoomRange | undefined => {
  const { min = 1, max = 1, step = 0.1 } = zoom ?? {};
  return max > min ? { min, max, step } : undefined;
};

/** Controls of a live video track. */
export const controlsOf = (track: MediaStreamTrack): CameraControls => {
  const capabilities = capabilitiesOf(track);
  const zoom = zoomRange(capabilities);
  const apply = (setting: { readonly torch: boolean } | { readonly zoom: number }): Promise<boolean> =>
    track.applyConstraints({ advanced: [setting as MediaTrackConstraintSet] }).then(
      () => true,
      () => false,
    );
  return {
    hasTorch: capabilities.torch === true,
    zoom,
    setTorch: (on) => (capabilities.torch ? apply({ torch: on }) : Promise.resolve(false)),
    setZoom: (factor) =>
      zoom ? apply({ zoom: Math.min(zoom.max, Math.max(zoom.min, factor)) }) : Promise.resolve(false),
  };
};

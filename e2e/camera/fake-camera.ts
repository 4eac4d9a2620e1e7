/** How a test hands a film to Chromium as its camera; no prompt is shown and the film plays in a loop. */

/** Flags for launching Chromium; `film` is the path of a .y4m written by make-y4m.ts. */
export const fakeCameraFlags = (film: string): readonly string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];

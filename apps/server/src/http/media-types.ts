/** The types of the files that a built app consists of; anything else is not served. */
interface Media {
  readonly type: string;
  /** Worth compressing. */
  readonly text: boolean;
}

const media: Readonly<Record<string, Media>> = {
  html: { type: 'text/html; charset=utf-8', text: true },
  js: { type: 'text/javascript; charset=utf-8', text: true },
  mjs: { type: 'text/javascript; charset=utf-8', text: true },
  css: { type: 'text/css; charset=utf-8', text: true },
  json: { type: 'application/json', text: true },
  map: { type: 'application/json', text: true },
  webmanifest: { type: 'application/manifest+json', text: true },
  svg: { type: 'image/svg+xml', text: true },
  txt: { type: 'text/plain; charset=utf-8', text: true },
  wasm: { type: 'application/wasm', text: true },
  png: { type: 'image/png', text: false },
  jpg: { type: 'image/jpeg', text: false },
  webp: { type: 'image/webp', text: false },
  ico: { type: 'image/x-icon', text: false },
  woff2: { type: 'font/woff2', text: false },
  wav: { type: 'audio/wav', text: false },
  mp3: { type: 'audio/mpeg', text: false },
};

export function mediaOf(path: string): Media | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(media, extension) ? media[extension] : undefined;
}

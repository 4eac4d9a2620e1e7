/** Listening and stopping. Stopping lets open requests end for a moment and then cuts them, event streams included. */
import { Server as HttpServer } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { assert } from '@tidylab/domain/kernel/assert';
import type { Hono } from 'hono';
import { config } from './config.ts';

export interface Listening {
  readonly port: number;
  /** Resolves when no connection is left. */
  stop(): Promise<void>;
}

export function listen(app: Hono, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host });
  assert(server instanceof HttpServer, 'the adapter makes an HTTP/1.1 server');
  server.requestTimeout = config.requestTimeoutMs;
  server.headersTimeout = config.headersTimeoutMs;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      const cut = setTimeout(() => server.closeAllConnections(), config.stopGraceMs);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      server.closeIdleConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      assert(typeof address === 'object' && address !== null, 'a listening server has an address');
      resolve({ port: address.port, stop });
    });
  });
}

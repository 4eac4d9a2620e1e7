/** A server with the scenario and as many devices as a test asks for, all gone when it ends. */
import { test as base } from '@playwright/test';
import { openProfile, type Profile, type ProfileOptions } from './profile.ts';
import { type RunningServer, startServer } from './server.ts';

interface LabFixtures {
  /** What the server is started with; the scenario unless a test says otherwise. */
  readonly serverArgs: readonly string[];
  readonly server: RunningServer;
  /** Opens a device: a browser profile of its own. */
  readonly device: (options?: ProfileOptions) => Promise<Profile>;
}

export const test = base.extend<LabFixtures>({
  serverArgs: [['--scenario', 'lab'], { option: true }],
  server: async ({ serverArgs }, provide) => {
    const server = await startServer(serverArgs);
    await provide(server);
    await server.remove();
  },
  device: async ({ server }, provide) => {
    const profiles: Profile[] = [];
    await provide(async (options) => {
      const profile = await openProfile(server.url, options);
      profiles.push(profile);
      return profile;
    });
    for (const profile of profiles) await profile.remove();
  },
});

export { expect } from '@playwright/test';

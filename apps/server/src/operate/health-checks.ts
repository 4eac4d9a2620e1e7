/** What must hold for a server to serve: its labs answer, their files are at the newest version, the disk has room. */
import { statfsSync } from 'node:fs';
import { config } from '../config.ts';
import { fileVersion } from '../db/migrate-file.ts';
import { migrations } from '../db/accounts/migrations.ts';
import { openToRead } from '../db/copies.ts';
import { labMigrations } from '../db/lab/migrations.ts';
import type { HealthCheck } from '../http/health.ts';
import { accountsFile, labFile } from './folder.ts';

export interface Looked {
  readonly data: string;
  /** The labs that the accounts name. */
  readonly labIds: () => readonly string[];
  /** With less room than this the server is not ready. */
  readonly freeBytesMin?: number;
}

function versionIn(file: string): number {
  const db = openToRead(file);
  try {
    return fileVersion(db);
  } finally {
    db.close();
  }
}

export function healthChecks({ data, labIds, freeBytesMin = config.diskFreeBytesMin }: Looked): HealthCheck[] {
  const newestLab = labMigrations.at(-1)?.version ?? 0;
  return [
    {
      name: 'labs',
      look: () => {
        const broken = labIds().filter((id) => {
          const db = openToRead(labFile(data, id));
          const answers = db.prepare('SELECT count(*) FROM lab').pluck().get() === 1;
          db.close();
          return !answers;
        });
        return broken.length === 0 ? '' : `${broken.length} do not answer`;
      },
    },
    {
      name: 'migrations',
      look: () => {
        const behind =
          versionIn(accountsFile(data)) !== migrations.length ||
          labIds().some((id) => versionIn(labFile(data, id)) !== newestLab);
        return behind ? 'a file is not at the newest version' : '';
      },
    },
    {
      name: 'disk',
      look: () => {
        const { bavail, bsize } = statfsSync(data);
        const free = bavail * bsize;
        return free >= freeBytesMin ? '' : `${Math.floor(free / 1024 / 1024)} MiB are free`;
      },
    },
  ];
}

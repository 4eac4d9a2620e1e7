/** Where things lie in a data folder. */
import { join } from 'node:path';

export const accountsFile = (data: string): string => join(data, 'accounts.sqlite');
export const labsFolder = (data: string): string => join(data, 'labs');
export const labFile = (data: string, labId: string): string => join(labsFolder(data), `lab-${labId}.sqlite`);
export const lockFile = (data: string): string => join(data, 'server.lock');
/** The copies that the server makes by itself. */
export const copiesFolder = (data: string): string => join(data, 'copies');

/** A moment as part of a file name, in UTC: 2026-11-22T031500Z. */
export const stampOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replaceAll(':', '')}Z`;

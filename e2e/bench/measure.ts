/** Measuring: medians, the CPU-seconds of this process and of another, and what one row of the figures says. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export const runs = 5;

/** One row of the figures. `met` null: there is no goal, or it is for another size. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  /** The plain thing the figure is compared with, measured in the same run, in the same unit. */
  readonly baseline: number | null;
  /** figure / baseline. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly met: boolean | null;
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** @param part 0.5 for the median, 0.95 for p95: the value that this part of them does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const all = sorted(values);
  return all[Math.min(all.length - 1, Math.max(0, Math.ceil(all.length * part) - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => {
  const all = sorted(values);
  const middle = all.length / 2;
  return all.length % 2 === 1
    ? (all[Math.floor(middle)] ?? Number.NaN)
    : ((all[middle - 1] ?? 0) + (all[middle] ?? 0)) / 2;
};

export const msOf = (work: () => void): number => {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
};

/** Milliseconds of CPU of this process: what the work takes on a machine that does nothing else. */
export const cpuMsOf = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
};

/** CPU-seconds of this process that the work took. */
export async function cpuOf(work: () => void | Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const ticksPerSecond = 100;

/** CPU-seconds that another process has used so far. */
export function cpuSecondsOf(pid: number): number {
  const stat = `/proc/${pid}/stat`;
  if (existsSync(stat)) {
    const fields = readFileSync(stat, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  }
  const [seconds = 0, minutes = 0, hours = 0] = execFileSync('ps', ['-o', 'time=', '-p', String(pid)], {
    encoding: 'utf8',
  })
    .trim()
    .split(':')
    .reverse()
    .map(Number);
  return seconds + 60 * minutes + 3600 * hours;
}

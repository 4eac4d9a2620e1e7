/** Processes whose command line holds a text: from /proc where there is one, else as `ps` tells. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

function fromProc(): [pid: number, args: string][] {
  return readdirSync('/proc').flatMap((name): [number, string][] => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return [[Number(name), readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')]];
    } catch {
      return [];
    }
  });
}

function fromPs(): [pid: number, args: string][] {
  const listing = execFileSync('ps', ['-axo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
  return listing.split('\n').map((line) => [Number.parseInt(line, 10), line]);
}

export function processesWith(text: string): number[] {
  const all = existsSync('/proc/self/cmdline') ? fromProc() : fromPs();
  return all
    .filter(([pid, args]) => Number.isInteger(pid) && pid !== process.pid && args.includes(text))
    .map(([pid]) => pid);
}

/**
 * Makes a copy in a process of its own: copying and verifying a large lab takes seconds of computing, in which the
 * server must go on answering.
 */
import { spawn } from 'node:child_process';
import * as z from 'zod/mini';
import type { MakeCopy } from './copies.ts';
import { type Copy, copySchema } from './shelf.ts';

function readCopy(out: string): Copy {
  const parsed = z.safeParse(copySchema, JSON.parse(out));
  if (!parsed.success) throw new Error('the process that makes copies said something else');
  return parsed.data;
}

/** @param operatorWord what comes before a command in the arguments of this same program. */
export const copyInChild =
  (data: string, operatorWord: string): MakeCopy =>
  () =>
    new Promise((resolve, reject) => {
      const [node, script = ''] = process.argv;
      const args = [...process.execArgv, script, operatorWord, 'copy', '--data', data];
      const child = spawn(node ?? process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      const endWithUs = (): void => void child.kill();
      process.once('exit', endWithUs);
      let [out, trouble] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => void (trouble += chunk.toString()));
      child.once('error', reject);
      child.once('close', (code) => {
        process.off('exit', endWithUs);
        try {
          if (code !== 0) throw new Error(trouble.trim() === '' ? `copying ended with ${code}` : trouble.trim());
          resolve(readCopy(out));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });

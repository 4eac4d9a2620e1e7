/** What the operator's commands do and say. Each answers the exit code. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CliWorld, Given } from './command-line.ts';
import { openAccounts } from '../features/accounts/index.ts';
import { makeBackup } from './backup.ts';
import { makeCopy } from './copies/make-copy.ts';
import { accountsFile, labFile } from './folder.ts';
import { giveResetCode } from './reset-password.ts';
import { restoreBackup } from './restore.ts';
import { figuresLine, number, size } from './say.ts';
import { olderFiles } from './upgrade.ts';
import type { Difference } from './verify/report.ts';
import { labsOf, verifyFolder } from './verify/verify-folder.ts';

const noData = ({ complain }: CliWorld, data: string): number => {
  complain(`${data} holds no data of TidyLab. Name the folder with --data.`);
  return 1;
};

/** A file of an earlier version has other tables than this program looks for. */
function refuseOlder({ complain }: CliWorld, data: string): boolean {
  const [older] = olderFiles(data);
  if (older === undefined) return false;
  complain(`${older} is of an earlier version. Start this version of TidyLab once, which migrates it, then try again.`);
  return true;
}

export function verifyCommand(world: CliWorld, { data }: Given): number {
  if (!existsSync(accountsFile(data))) return noData(world, data);
  if (refuseOlder(world, data)) return 1;
  let found = 0;
  const differs = ({ kind, text }: Difference): void => {
    found++;
    world.say(`${kind}: ${text}`);
  };
  const labs = labsOf(data);
  const figures = verifyFolder(data, labs, differs);
  for (const { id, name } of labs) {
    const figure = figures.find(({ lab }) => lab === id);
    world.say(`${name}: ${figure ? figuresLine(figure) : `could not be read (${labFile(data, id)})`}`);
  }
  world.say(found === 0 ? 'Everything agrees.' : `${number(found)} differences.`);
  return found === 0 ? 0 : 1;
}

export async function backupCommand(world: CliWorld, { data, word }: Given): Promise<number> {
  const target = resolve(world.cwd, word);
  if (existsSync(accountsFile(data)) && refuseOlder(world, data)) return 1;
  const made = await makeBackup(data, target, world.deps.clock.now());
  if (!made.ok) {
    world.complain(made.detail ?? made.code);
    return 1;
  }
  const { bytes, differences, manifest } = made.value;
  for (const { kind, text } of differences) world.complain(`${kind}: ${text}`);
  const labs = manifest.labs.map(({ name, head }) => `${name} (head ${number(head)})`).join(', ');
  world.say(`${target}: ${size(bytes)}, read back and verified. It holds ${labs === '' ? 'no lab yet' : labs}.`);
  if (differences.length === 0) return 0;
  world.complain(`The backup is true to the data, but the data have ${number(differences.length)} differences.`);
  return 1;
}

export async function restoreCommand(world: CliWorld, { data, word, flags }: Given): Promise<number> {
  const restored = await restoreBackup({
    file: resolve(world.cwd, word),
    data,
    nowMs: world.deps.clock.now(),
    random: world.deps.random,
    despiteDifferences: flags.has('--despite-differences'),
    differs: ({ kind, text }) => world.complain(`${kind}: ${text}`),
  });
  if (!restored.ok) {
    world.complain(restored.detail ?? restored.code);
    return 1;
  }
  const { manifest, replaced } = restored.value;
  for (const { name, head } of manifest.labs)
    world.say(`${name} is as it was on ${new Date(manifest.madeAt).toISOString()} (head ${number(head)}).`);
  if (replaced !== undefined) world.say(`What was there before is in ${replaced}.`);
  world.say('Start the server: devices send again what this backup lacks, and everybody signs in again.');
  return 0;
}

export async function resetPasswordCommand(world: CliWorld, { data, word }: Given): Promise<number> {
  if (!existsSync(accountsFile(data))) return noData(world, data);
  if (refuseOlder(world, data)) return 1;
  const accounts = openAccounts(accountsFile(data), world.deps);
  try {
    const given = await giveResetCode(accounts, word, world.deps);
    if (!given.ok) {
      world.complain(given.detail ?? given.code);
      return 1;
    }
    const { name, login, code, expiresAt } = given.value;
    world.say(`One-time code for ${name} (${login}): ${code}`);
    world.say(`With it, ${name} chooses another password at /join, until ${new Date(expiresAt).toISOString()}.`);
    world.say('Every session of theirs has ended.');
    return 0;
  } finally {
    accounts.close();
  }
}

export async function copyCommand(world: CliWorld, { data }: Given): Promise<number> {
  world.say(JSON.stringify(await makeCopy(data, world.deps.clock.now())));
  return 0;
}

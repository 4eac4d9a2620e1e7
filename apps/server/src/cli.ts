/**
 * The operator's commands: `npm run tidylab -- <command>`. What they print on standard output is the answer, on standard
 * error the trouble; 0 is well, 1 is not, 2 is a mistake in the command line.
 */
import { resolve } from 'node:path';
import { config } from './config.ts';
import { backupCommand, copyCommand, resetPasswordCommand, restoreCommand, verifyCommand } from './operate/commands.ts';
import type { CliWorld, Given } from './operate/command-line.ts';
import { explainStartFailure } from './platform/start-failure.ts';

interface Command {
  readonly usage: string;
  readonly about: string;
  /** What stands after the name, if something must. */
  readonly takes?: 'FILE' | 'LOGIN';
  readonly flags?: Readonly<Record<string, string>>;
  readonly run: (world: CliWorld, given: Given) => Promise<number> | number;
  /** Left out of the list: the program calls it itself. */
  readonly hidden?: boolean;
}

const commands: Readonly<Record<string, Command>> = {
  verify: {
    usage: 'verify [--data DIR]',
    about: `Works everything out again from the ops and the ledger: every balance, the feed and its hash chain, the
agreement of ops, results and audit, references, reviews. Says exactly what differs and ends with 1 when anything
does. Changes nothing and works beside a running server.`,
    run: verifyCommand,
  },
  backup: {
    usage: 'backup FILE [--data DIR]',
    about: `Writes one file (.tar.gz) that holds the accounts and every lab, each as of one moment, with a manifest of
their SHA-256. The file is read back and verified before it has its name. Works beside a running server. Passwords are
in it as hashes: keep it as you keep the data.`,
    takes: 'FILE',
    run: backupCommand,
  },
  restore: {
    usage: 'restore FILE [--data DIR] [--despite-differences]',
    about: `Puts a backup in the place of the data. The server must be stopped. What was there stays in the folder as
replaced-TIME. Each lab begins a new epoch, so that devices send again what the backup lacks; everybody signs in again.`,
    takes: 'FILE',
    flags: { '--despite-differences': 'restore a backup that does not verify' },
    run: restoreCommand,
  },
  'reset-password': {
    usage: 'reset-password LOGIN [--data DIR]',
    about: `Prints a one-time code with which the person chooses another password at /join, and ends all their
sessions. Works beside a running server.`,
    takes: 'LOGIN',
    run: resetPasswordCommand,
  },
  copy: { usage: 'copy [--data DIR]', about: 'Makes one copy into the data folder.', hidden: true, run: copyCommand },
};

const usage = `Usage: npm run tidylab -- <command> [options]

${Object.values(commands)
  .filter(({ hidden }) => hidden !== true)
  .map(({ usage: line }) => `  ${line}`)
  .join('\n')}

  --data DIR   the data folder (default ${config.data})
  --help       this text; after a command, what it does`;

type Parsed = { readonly given: Given } | { readonly mistake: string };

function parse({ takes, flags = {} }: Command, argv: readonly string[], cwd: string): Parsed {
  let data: string = config.data;
  const words: string[] = [];
  const set = new Set<string>();
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    const [, joined] = /^--data=(.+)$/s.exec(word) ?? [];
    if (joined !== undefined) data = joined;
    else if (word === '--data') {
      const value = argv[++at];
      if (value === undefined || value.startsWith('--')) return { mistake: '--data needs a value.' };
      data = value;
    } else if (word in flags) set.add(word);
    else if (word.startsWith('-')) return { mistake: `There is no option ${word}.` };
    else words.push(word);
  }
  if (words.length !== (takes === undefined ? 0 : 1)) {
    return { mistake: takes === undefined ? `There is nothing to do with ${words[0]}.` : `Give one ${takes}.` };
  }
  return { given: { data: resolve(cwd, data), word: words[0] ?? '', flags: set } };
}

const asksForHelp = (argv: readonly string[]): boolean => argv.includes('--help') || argv.includes('-h');

/** Runs one command and answers the exit code. */
export async function operate(world: CliWorld): Promise<number> {
  const [name = '', ...rest] = world.argv;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const help = name === 'help' || asksForHelp([name]);
    if (help) world.say(usage);
    else world.complain(`${name === '' ? 'Name a command.' : `There is no command ${name}.`}\n\n${usage}`);
    return help ? 0 : 2;
  }
  const options = Object.entries(command.flags ?? {}).map(([flag, what]) => `\n  ${flag}   ${what}`);
  const text = `Usage: npm run tidylab -- ${command.usage}\n\n${command.about}\n${options.join('')}`.trimEnd();
  if (asksForHelp(rest)) {
    world.say(text);
    return 0;
  }
  const parsed = parse(command, rest, world.cwd);
  if ('mistake' in parsed) {
    world.complain(`${parsed.mistake}\n\n${text}`);
    return 2;
  }
  try {
    return await command.run(world, parsed.given);
  } catch (error) {
    const explained = explainStartFailure(error, { data: parsed.given.data, host: config.host, port: config.port });
    world.complain(explained.replace('TidyLab could not start: ', ''));
    return 1;
  }
}

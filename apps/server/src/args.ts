/** The command line. A mistake is a value with the sentence to print; nothing here touches the process. */
import { resolve } from 'node:path';
import { config } from './config.ts';
import { isLoopback } from './platform/loopback.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly data: string;
  /** Absolute path of the built app. */
  readonly web?: string;
  readonly scenario?: 'lab' | 'demo';
}

export type Command =
  | { readonly kind: 'serve'; readonly settings: Settings }
  /** Would this program take the data folder over well? */
  | { readonly kind: 'check'; readonly data: string }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'mistake'; readonly message: string };

export const usage = `Usage: tidylab [options]

  --port N         port to listen on (default ${config.port}; 0 takes a free one)
  --host ADDRESS   loopback address to listen on (default ${config.host})
  --data DIR       folder that holds everything (default ${config.data})
  --web DIR        folder of the built app
  --scenario lab   fill an empty data folder with a lab for trying out
  --demo           a lab to look around in, in a folder of its own (default ${config.demoData})
  --check          migrate and verify a copy of the data, say what would change, and end
  --help           this text
  --version        the version`;

const names = ['port', 'host', 'data', 'web', 'scenario'] as const;
type Name = (typeof names)[number];
const isName = (text: string): text is Name => (names as readonly string[]).includes(text);

const mistake = (message: string): Command => ({ kind: 'mistake', message });

type Given = Partial<Record<Name, string>> & { demo?: true; check?: true };

function read(argv: readonly string[]): Given | Command {
  const given: Given = {};
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--help' || word === '-h') return { kind: 'help' };
    if (word === '--version' || word === '-v') return { kind: 'version' };
    if (word === '--demo' || word === '--check') {
      given[word === '--demo' ? 'demo' : 'check'] = true;
      continue;
    }
    const [, name = '', joined] = /^--([a-z]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (!isName(name)) return mistake(`There is no option ${word}.`);
    const value = joined ?? argv[++at];
    if (value === undefined || value === '' || (joined === undefined && value.startsWith('--'))) {
      return mistake(`--${name} needs a value.`);
    }
    given[name] = value;
  }
  return given;
}

/** @param argv without the program and the script. @param cwd what relative folders are relative to. */
export function parseArgs(argv: readonly string[], cwd: string): Command {
  const given = read(argv);
  if ('kind' in given) return given;
  const port = given.port ?? String(config.port);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return mistake(`--port ${port} is not a port: give a number from 0 to 65535.`);
  const host = given.host ?? config.host;
  if (!isLoopback(host)) {
    return mistake(
      `--host ${host} is refused: without TLS, TidyLab listens on this computer only, because passwords and cookies would cross the network in the clear. Use 127.0.0.1, ::1 or localhost.`,
    );
  }
  if (given.scenario !== undefined && given.scenario !== 'lab')
    return mistake(`There is no scenario ${given.scenario}: the one there is is called lab.`);
  if (given.demo && given.scenario !== undefined) return mistake('Give --demo or --scenario, not both.');
  const data = resolve(cwd, given.data ?? (given.demo ? config.demoData : config.data));
  if (given.check) return { kind: 'check', data };
  return {
    kind: 'serve',
    settings: {
      port: Number(port),
      host,
      data,
      ...(given.web === undefined ? {} : { web: resolve(cwd, given.web) }),
      ...(given.scenario === undefined ? {} : { scenario: given.scenario }),
      ...(given.demo ? { scenario: 'demo' } : {}),
    },
  };
}

/**
 * One run of the program: arguments, opening, listening, signals, exit code. Everything it needs of the process is
 * passed in, so that what a person reads can be tested.
 */
import { parseArgs, usage, type Settings } from './args.ts';
import { listen, type Listening } from './listen.ts';
import { checkCommand } from './operate/check-command.ts';
import type { MakeCopy } from './operate/copies/copies.ts';
import type { Deps } from './platform/deps.ts';
import { webAddress } from './platform/loopback.ts';
import { openServer, type Server } from './server.ts';
import { explainStartFailure } from './platform/start-failure.ts';
import { VERSION } from './version.ts';

export interface World {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly deps: Deps;
  /** Makes the server's own copies outside its event loop. */
  readonly makeCopyOf?: (data: string) => MakeCopy;
  /** A line on standard output, and one on standard error. */
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Calls back at every request to stop. */
  readonly onStop: (callback: () => void) => void;
  readonly exit: (code: number) => void;
}

function offerSetup({ say }: World, setupCode: string, address: string): void {
  say(`Setup code: ${setupCode} (works once)`);
  say(`Set up your lab at ${address}/setup?code=${setupCode}`);
}

function greet(world: World, { setupCode, tryingOut }: Server, address: string): void {
  const { say } = world;
  say(`TidyLab is at ${address}`);
  if (setupCode !== undefined) offerSetup(world, setupCode, address);
  if (tryingOut !== undefined) {
    say(
      tryingOut.lab.demo
        ? 'This is a demo lab: nothing in it is real. An admin removes it in one tap, in the app.'
        : `This is ${tryingOut.lab.name}, a lab for trying out: its passwords are known to everybody. Do not keep real stock in it.`,
    );
    for (const { login, password, role } of tryingOut.people) say(`  ${login} (${role}), password: ${password}`);
  }
}

function stopWhenAsked({ onStop, exit, deps }: World, server: Server, listening: Listening): void {
  let asked = false;
  onStop(() => {
    if (asked) return exit(1);
    asked = true;
    void listening.stop().then(
      () => {
        server.close();
        exit(0);
      },
      (error: unknown) => {
        deps.log.error({ err: String(error) }, 'stopping failed');
        exit(1);
      },
    );
  });
}

async function serve(world: World, settings: Settings): Promise<void> {
  const { host, port, data, web, scenario } = settings;
  let server: Server | undefined;
  let address = '';
  const onSetupCode = (code: string): void => offerSetup(world, code, address);
  try {
    const opened = await openServer({
      data,
      web,
      scenario,
      onSetupCode,
      deps: world.deps,
      makeCopy: world.makeCopyOf?.(data),
    });
    if (!opened.ok) {
      world.complain(opened.detail ?? opened.code);
      return world.exit(1);
    }
    server = opened.value;
    const listening = await listen(server.app, host, port);
    stopWhenAsked(world, server, listening);
    address = webAddress(host, listening.port);
    greet(world, server, address);
  } catch (error) {
    server?.close();
    world.complain(explainStartFailure(error, settings));
    world.exit(1);
  }
}

export async function run(world: World): Promise<void> {
  const command = parseArgs(world.argv, world.cwd);
  if (command.kind === 'serve') return serve(world, command.settings);
  if (command.kind === 'check') return world.exit(checkCommand(world, command.data));
  if (command.kind === 'mistake') {
    world.complain(`${command.message}\n\n${usage}`);
    return world.exit(2);
  }
  world.say(command.kind === 'help' ? usage : VERSION);
  world.exit(0);
}

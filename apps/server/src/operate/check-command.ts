/** `npm start -- --check`: what the person who is about to update wants to know. */
import { MigrationFailed } from '../db/migrate-file.ts';
import { explainStartFailure } from '../platform/start-failure.ts';
import { figuresLine } from './say.ts';
import { checkUpgrade, type FileChange, type UpgradeCheck } from './upgrade.ts';
import type { Difference } from './verify/report.ts';

export interface CheckWorld {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

function tellFile(say: (line: string) => void, { file, from, to, changes }: FileChange): void {
  say(from === to ? `${file}: version ${to}, stays as it is` : `${file}: version ${from} → ${to}`);
  for (const change of changes) say(`  ${change}`);
}

function tell({ say }: CheckWorld, { files, figures }: UpgradeCheck, found: number): number {
  for (const file of files) tellFile(say, file);
  for (const figure of figures) say(`The migrated copy of lab ${figure.lab}: ${figuresLine(figure)}`);
  const due = files.filter(({ from, to }) => from !== to).length;
  if (found > 0) say(`${found} differences in the migrated copy. Nothing was changed.`);
  else if (due === 0) say('Nothing to migrate; everything agrees. Nothing was changed.');
  else
    say(
      `Starting would migrate ${due} of ${files.length} files; a copy went well and everything agrees. Nothing was changed.`,
    );
  return found > 0 ? 1 : 0;
}

/** Answers the exit code: 0 when starting on this folder would go well. */
export function checkCommand(world: CheckWorld, data: string): number {
  let found = 0;
  const differs = ({ kind, text }: Difference): void => {
    if (kind !== 'dangling') found++;
    world.say(`${kind}: ${text}`);
  };
  try {
    const checked = checkUpgrade(data, differs);
    if (checked !== undefined) return tell(world, checked, found);
    world.say(`${data} holds no data yet: starting would make it.`);
    return 0;
  } catch (error) {
    const reason =
      error instanceof MigrationFailed && error.cause instanceof Error
        ? `A copy of ${data} could not be migrated: ${error.cause.message}. Stay with the version that you have.`
        : explainStartFailure(error, { data, host: '', port: 0 });
    world.complain(`${reason} Nothing was changed.`);
    return 1;
  }
}

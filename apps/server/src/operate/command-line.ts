/** What the operator's commands run in. */
import type { Deps } from '../platform/deps.ts';

export interface CliWorld {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly deps: Deps;
  /** A line of the answer, and one of trouble. */
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** What one command was given. */
export interface Given {
  /** Absolute path of the data folder. */
  readonly data: string;
  /** The file or login after the name; empty when the command takes none. */
  readonly word: string;
  readonly flags: ReadonlySet<string>;
}

/** The public face of movements. */
export { recordUse, undoPosting, type UndoFailure, type Use, type WriteFailure } from './commands.ts';

/** Changing records: no screens of its own, for those of every kind. */
export { editRecord, type RecordFailure } from './commands.ts';

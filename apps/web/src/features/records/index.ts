/** Changing records: no screens of its own, for those of every kind. */
export { deleteRecord, editRecord, type RecordFailure, undeleteRecord } from './commands.ts';

/** The face of records for other features: changes that merge, and who may make them. */
export { type Change, recordChanges, type RecordChanges } from './changes.ts';

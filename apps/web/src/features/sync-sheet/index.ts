/** The public face of the sync sheet: the cloud button of the header, and what the device says of its storage. */
export { StorageRows } from './parts/storage-rows.tsx';
export { SyncButton } from './parts/sync-button.tsx';

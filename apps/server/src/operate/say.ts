/** Numbers as the operator reads them. */
import type { LabFigures } from './verify/report.ts';

export const number = (value: number): string => value.toLocaleString('en');

export const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${number(Math.ceil(bytes / 1024))} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

export const figuresLine = ({ head, ops, entries, balances }: LabFigures): string =>
  `head ${number(head)}, ${number(ops)} ops, ${number(entries)} entries, ${number(balances)} balances`;

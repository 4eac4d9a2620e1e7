/**
 * What the rest of the server sees of a lab's sync. `Labs` keeps one SQLite file for each lab open; a `Lab` is the
 * single writer of its file.
 */
import type { Role } from '@tidylab/domain/permissions/permissions';

export interface DeviceAdmission {
  readonly dev: string;
  /** The device's public key, P-256, SPKI in base64url. */
  readonly spki: string;
  /** SHA-256 of the device cookie's token, hex. */
  readonly tokenHash: string;
  readonly user: string;
  readonly nowMs: number;
  readonly grantUntilMs: number;
}

/** An op made by the server itself (SPEC W6): no contiguity, the server's clock, `dev = srv:<source>`. */
export interface ServerOp {
  readonly id: string;
  readonly source: string;
  readonly user: string;
  readonly atMs: number;
  readonly type: string;
  readonly v: number;
  readonly body: unknown;
}

export interface Lab {
  readonly id: string;
  /** Registers the device or renews it, and gives `user` a grant on it; parked ops of that grant are decided again. */
  admitDevice(admission: DeviceAdmission): 'admitted' | 'key-mismatch';
  /** A person who was disabled: what they record after this waits until they may come in again (SPEC P8). */
  endGrants(user: string, nowMs: number): void;
  /** The device a cookie belongs to, or undefined when it is unknown or revoked. */
  deviceByToken(tokenHash: string): { dev: string } | undefined;
  /** Applies server-made ops in one transaction; answers how many were applied now, those that were there left out. */
  applyServerOps(ops: readonly ServerOp[]): number;
  /**
   * The file was put back from a copy: what devices read above its head, `forkSeq`, is another history. They send again
   * what they have above it (SPEC N1). Answers the new epoch's id.
   */
  rotateEpoch(forkSeq: number): string;
  close(): void;
}

export interface Labs {
  create(labId: string): Lab;
  open(labId: string): Lab | undefined;
  /** Closes the lab and deletes its files; nothing of it is left. */
  remove(labId: string): void;
  close(): void;
}

/** The role of a member at this moment, asked at receive time for every op. */
export type RoleOf = (labId: string, userId: string) => Role | undefined;

/**
 * What must have become of each op, judged from its payload, the roles and grants of that moment and the ledger of
 * the auditor: nothing the server decided is taken for right (invariants 6, 10, 12, 15, 16).
 */
import type { Admission, SimServer } from '../world/server.ts';
import { noSignature } from '../workload/planted.ts';
import { laterType, poisonType } from '../world/poison.ts';
import { effectsOf, foldPlainly, isPosting, LedgerModel } from './ledger-model.ts';
import { isRecordChange, recordVerdict, type RecordWorld } from './record-verdicts.ts';
import type { Truth, TrueOp } from './truth.ts';
import { must } from './violation.ts';

const known =
  /^(post-(receive|consume|transfer|adjust|count)|void-posting|(create|edit|delete|undelete)-record|resolve-review|test-poison|weigh-item)$/;

interface Moment {
  readonly seq: number;
  readonly op: TrueOp;
  readonly second: boolean;
}

export function checkVerdicts(truth: Truth, server: SimServer): void {
  const model = new LedgerModel();
  const voided = new Set<string>();
  const resolved = new Set<string>();
  const bodies = new Map<string, string>();
  const moments: Moment[] = [];
  for (const op of truth.ops.values()) {
    if (op.parked) moments.push({ seq: op.parked.seq, op, second: false });
    if (op.decision) moments.push({ seq: op.decision.seq, op, second: op.parked !== null });
  }
  moments.sort((a, b) => a.seq - b.seq);
  for (const moment of moments) {
    const { op, seq, second } = moment;
    const waits = op.parked !== null && !second;
    if (waits && op.parked.code === null) continue;
    const said = waits
      ? `parked ${op.parked.code ?? ''}`
      : [op.decision?.status, op.decision?.code].filter(Boolean).join(' ');
    const right = verdictOf(moment, model, voided, bodies, server, recordsAt(truth, model, resolved, seq));
    must(
      right.includes(said),
      invariantOf(said, right[0] ?? ''),
      () => `op ${op.n} of ${op.dev} (${op.op.type}) ended ${said}, it should be ${right.join(' or ')}`,
    );
    if (op.op.type === 'resolve-review' && (said === 'applied' || said === 'merged'))
      resolved.add(String(op.op.body['fact']));
    if (said !== 'applied') continue;
    model.accept(op.op, op.decision?.eff ?? '', seq);
    if (isPosting(op.op)) bodies.set(op.id, told(op.op.type.slice(5), op.op.body['entries']));
    if (op.op.type === 'void-posting') voided.add(targetOf(op).op);
  }
}

const recordsAt = (
  truth: Truth,
  { created }: LedgerModel,
  resolved: ReadonlySet<string>,
  seq: number,
): RecordWorld => ({
  created,
  resolved,
  userOf(id) {
    const op = truth.ops.get(id);
    return op && (op.parked ?? op.decision ?? { seq }).seq < seq ? op.op.user : undefined;
  },
});

const targetOf = (op: TrueOp) => op.op.body['target'] as { op: string; kind: string; entries: unknown };
const told = (kind: string, entries: unknown): string =>
  kind + JSON.stringify(entries, (_key, value: unknown) => sorted(value));

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function invariantOf(said: string, right: string): number {
  if (right.includes('no-permission') || right.includes('no-grant') || right.includes('unsigned')) return 12;
  if (right.includes('unknown-type')) return 16;
  return said.startsWith('applied') ? 2 : 5;
}

function verdictOf(
  { op, seq, second }: Moment,
  model: LedgerModel,
  voided: ReadonlySet<string>,
  bodies: ReadonlyMap<string, string>,
  server: SimServer,
  records: RecordWorld,
): string[] {
  const { type, body, user, sig, v } = op.op;
  if (v < 1) return ['rejected malformed'];
  if (sig === noSignature) return ['rejected unsigned'];
  if (!second) {
    const held = (sure: boolean): boolean =>
      server.admissions.some((grant) => covers(grant, op, seq) && (grant.sure || !sure));
    // An op of an unknown type waits for its grant first, and then for a server that knows it.
    const later = type === laterType ? ['parked unknown-type'] : [];
    if (!held(false)) return ['parked no-grant', ...later];
    if (!held(true)) return ['parked no-grant', ...later, ...decided()];
    if (type === laterType && !newer(seq)) return later;
  }
  return decided();

  function newer(at: number): boolean {
    return at > server.learntAfterSeq;
  }

  function decided(): string[] {
    must(known.test(type), 16, () => `op ${op.id} has the type ${type}`);
    const role = server.roleLog.findLast((change) => change.user === user && change.afterSeq < seq)?.role;
    if (!role || (type === 'create-record' && body['kind'] === 'location' && role === 'user'))
      return ['rejected no-permission'];
    if (isRecordChange(type)) return recordVerdict(op.op, role, records);
    if (type === poisonType) return ['rejected internal'];
    if (type === 'create-record')
      return [
        model.created.has(`${String(body['kind'])} ${String(body['id'])}`) ? 'rejected record-exists' : 'applied',
      ];
    if (type !== 'void-posting') return [overflows(op, model) ? 'rejected quantity-out-of-range' : 'applied'];
    const target = targetOf(op);
    if (voided.has(target.op)) return ['duplicate'];
    const held = bodies.get(target.op);
    return [held !== undefined && held !== told(target.kind, target.entries) ? 'rejected void-mismatch' : 'applied'];
  }
}

const covers = (grant: Admission, op: TrueOp, seq: number): boolean =>
  grant.dev === op.dev && grant.user === op.op.user && grant.afterSeq < seq && grant.untilMs > op.receivedAt;

function overflows(op: TrueOp, model: LedgerModel): boolean {
  if (model.isVoidAt(op.id, Number.MAX_SAFE_INTEGER)) return false;
  const eff = op.decision?.eff ?? '';
  return effectsOf(op.op).some(({ bucket, qty, counted }) => {
    const entries = model.entries(bucket, Number.MAX_SAFE_INTEGER);
    return !Number.isSafeInteger(foldPlainly([...entries, { eff, id: op.id, qty, counted, seq: 0 }]).qty);
  });
}

/** One stream's own order never changes, and nobody writes in the future of the server. */
export function checkStamps(truth: Truth, stampsBefore: (id: string) => readonly string[]): void {
  const last = new Map<string, string>();
  for (const { dev, n, op: id, eff } of truth.stamps) {
    const before = last.get(dev);
    last.set(dev, eff);
    const op = truth.ops.get(id);
    if (op?.n !== n) continue;
    const hlc = op.op.v < 1 ? '0'.repeat(16) : op.op.hlc;
    const ceiling = `${op.receivedAt.toString(16).padStart(12, '0')}ffff`;
    const capped = hlc < ceiling ? hlc : ceiling;
    // An op that came before a restore already may ask for the stamp that it had.
    const asked = [capped, ...stampsBefore(id).map((given) => (given < capped ? given : capped))];
    const right = asked.map((stamp) =>
      before === undefined || stamp > before ? stamp : (BigInt(`0x${before}`) + 1n).toString(16).padStart(16, '0'),
    );
    must(right.includes(eff), 15, () => `op ${n} of ${dev} has eff ${eff}, not ${right.join(' or ')}`);
  }
}

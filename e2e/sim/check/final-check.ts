/** After healing: every op is somewhere, once, and everybody who knows of it says the same. */
import type { Device, Tab } from '../world/device.ts';
import type { SimServer } from '../world/server.ts';
import type { World } from '../world/world.ts';
import { effectsOf, foldPlainly, isPosting } from './ledger-model.ts';
import type { Histories } from './histories.ts';
import { checkRecords } from './record-check.ts';
import type { Truth } from './truth.ts';
import { checkStamps, checkVerdicts } from './verdicts.ts';
import { must } from './violation.ts';

export interface Run {
  readonly world: World;
  readonly server: SimServer;
  readonly devices: readonly Device[];
  readonly truth: Truth;
  readonly histories: Histories;
  readonly saved: ReadonlyMap<string, ReadonlySet<string>>;
}

export function finalCheck(run: Run): void {
  run.truth.sync();
  checkOutboxes(run);
  checkTables(run);
  checkVerdicts(run.truth, run.server);
  checkRecords(run.truth, run.server, run.world.coverage);
  checkStamps(run.truth, (id) => run.histories.stampsBefore(id));
  checkReplicas(run);
  checkConservation(run);
  checkAppendOnly(run);
  checkRequests(run);
}

function checkOutboxes({ devices, truth, saved }: Run): void {
  let rowCount = 0;
  for (const device of devices) {
    const rows = device.disk.rows();
    const held = new Set(rows.map((row) => row.id));
    for (const id of saved.get(device.dev) ?? [])
      must(held.has(id), 1, () => `${device.dev} lost op ${id}, which it had saved`);
    for (const row of rows) {
      const known = truth.ops.get(row.id);
      const name = `op ${Number(row.n)} of ${device.dev}`;
      must(known, 1, () => `${name} never reached the server`);
      must(row.state === 'acknowledged' && row.result, 1, () => `${name} is ${row.state} on its device`);
      if (known.n !== Number(row.n)) continue;
      rowCount++;
      must(known.raw === row.payload.data, 5, () => `${name}: the payload in quarantine is not what the device signed`);
      const right = known.decision ?? (known.parked && { status: 'parked', seq: known.parked.seq });
      must(
        row.result.status === right?.status && row.result.seq === right.seq,
        1,
        () => `${name} is ${row.result?.status ?? ''} on its device, ${right?.status ?? 'nothing'} on the server`,
      );
    }
  }
  must(rowCount === truth.ops.size, 2, () => `the server holds ${truth.ops.size} ops, the devices ${rowCount}`);
}

function checkTables({ server, truth }: Run): void {
  const db = server.reader();
  const { model } = truth;
  const end = Number.MAX_SAFE_INTEGER;
  const postings = new Map(
    (db.prepare('SELECT op, voided_by FROM posting').all() as { op: string; voided_by: string | null }[]).map((row) => [
      row.op,
      row.voided_by,
    ]),
  );
  must(
    postings.size === model.postings.size,
    2,
    () => `the ledger holds ${postings.size} postings, ${model.postings.size} were accepted`,
  );
  const right: string[] = [];
  for (const { op, id, decision } of truth.ops.values()) {
    if (decision?.status !== 'applied' || !isPosting(op)) continue;
    must(postings.has(id), 2, () => `the ledger lacks posting ${id}`);
    must((postings.get(id) !== null) === model.isVoidAt(id, end), 2, () => `posting ${id} has a wrong void`);
    for (const { bucket, qty, counted } of effectsOf(op))
      right.push([bucket, decision.eff, id, counted ? 1 : 0, qty, model.isVoidAt(id, end) ? 1 : 0].join(' '));
  }
  const entries = db
    .prepare(
      "SELECT what || '@' || place || ' ' || eff || ' ' || op || ' ' || counted || ' ' || qty || ' ' || voided FROM ledger_entry",
    )
    .pluck()
    .all() as string[];
  const difference = entries.sort().find((entry, i) => entry !== right.sort()[i]);
  must(
    entries.length === right.length && difference === undefined,
    2,
    () => `the entries of the ledger are not those of the accepted ops: ${difference ?? ''}`,
  );
  const balances = db.prepare('SELECT what, place, qty, count_op AS count FROM balance').all() as {
    what: string;
    place: string;
    qty: number;
    count: string | null;
  }[];
  const buckets = new Set(balances.map(({ what, place }) => `${what}@${place}`));
  for (const bucket of model.buckets.keys()) {
    must(
      buckets.has(bucket) || model.entries(bucket, end).length === 0,
      3,
      () => `the server keeps no balance of ${bucket}`,
    );
  }
  for (const { what, place, qty, count } of balances) {
    const expected = foldPlainly(model.entries(`${what}@${place}`, end));
    must(
      qty === expected.qty && count === expected.countId,
      10,
      () => `the server says ${qty} of ${what}@${place}, the entries ${expected.qty}`,
    );
  }
}

const kinds = ['item', 'lot', 'container', 'location', 'barcode', 'person', 'balance', 'posting', 'fact', 'review'];

/** All that a tab shows, as text. */
function shown({ engine }: Tab): string {
  const parts = kinds.map((kind) => [kind, [...engine.replica.all(kind)].sort(([a], [b]) => (a < b ? -1 : 1))]);
  return JSON.stringify(parts);
}

function checkReplicas({ devices, truth, world }: Run): void {
  let first: string | undefined;
  for (const device of devices) {
    must(device.open.length === device.tabCount, 17, () => `${device.dev} has tabs that do not open`);
    for (const tab of device.open) {
      const { replica } = tab.engine;
      must(
        replica.position.seq === truth.head,
        3,
        () => `${tab.life.name} is at ${replica.position.seq}, the feed at ${truth.head}`,
      );
      must(
        replica.overlaid.every(({ op }) => truth.ops.get(op.id)?.decision === null),
        8,
        () => `${tab.life.name} still lays decided ops over the base`,
      );
      const text = shown(tab);
      first ??= text;
      must(text === first, 3, () => `${tab.life.name} shows something else than the first tab`);
      checkReviews(tab, truth, world);
    }
  }
}

function checkReviews({ engine, life }: Tab, truth: Truth, world: World): void {
  const reviews = engine.replica.all('review');
  for (const { id, decision } of truth.ops.values()) {
    must(
      reviews.has(`rejected:${id}`) === (decision?.status === 'rejected'),
      5,
      () => `${life.name}: the review of op ${id} (${decision?.status ?? 'waiting'}) is wrong`,
    );
  }
  for (const [bucket, entries] of truth.model.buckets) {
    const { qty } = foldPlainly(truth.model.entries(bucket, truth.head));
    if (qty < 0) world.coverage.hit('balance below zero');
    must(
      reviews.has(`below-zero:${bucket}`) === qty < 0,
      5,
      () => `${life.name}: the review of ${bucket} at ${qty} of ${entries.length} entries is wrong`,
    );
  }
}

/** Per lot, what stands everywhere, virtual places included, is what the counts found more or less. */
function checkConservation({ truth }: Run): void {
  const { model } = truth;
  const end = Number.MAX_SAFE_INTEGER;
  const sums = new Map<string, bigint>();
  const add = (bucket: string, qty: number): void => {
    const what = bucket.slice(0, bucket.indexOf('@'));
    sums.set(what, (sums.get(what) ?? 0n) + BigInt(qty));
  };
  for (const bucket of model.buckets.keys()) {
    add(bucket, foldPlainly(model.entries(bucket, end)).qty);
    add(bucket, -model.variance(bucket, end));
  }
  for (const { op, id, decision } of truth.ops.values()) {
    if (decision?.status !== 'applied' || !isPosting(op) || op.type === 'post-count' || model.isVoidAt(id, end))
      continue;
    for (const { what, from, to, qty } of op.body['entries'] as {
      what: string;
      from: string;
      to: string;
      qty: number;
    }[]) {
      if (from.startsWith('v:')) add(`${what}@`, -qty);
      if (to.startsWith('v:')) add(`${what}@`, qty);
    }
  }
  for (const [what, sum] of sums) must(sum === 0n, 9, () => `${sum} of lot ${what} came from nowhere`);
}

function checkAppendOnly({ server }: Run): void {
  for (const statement of ["UPDATE audit SET user = 'x'", 'DELETE FROM audit', "UPDATE feed SET row = ''"]) {
    let refused = false;
    try {
      server.reader().prepare(statement).run();
    } catch {
      refused = true;
    }
    must(refused || server.head() === 0, 14, () => `the file takes ${statement}`);
  }
}

const requestsPerMinuteMax = 400;

function checkRequests({ devices }: Run): void {
  for (const device of devices) {
    for (const [minute, count] of device.network.perMinute) {
      must(count <= requestsPerMinuteMax, 20, () => `${count} requests in one minute: ${minute}`);
    }
  }
}

/**
 * What a tab shows, against what it must show: the ledger at its position in the feed, and over it the stream's own
 * ops that the server has not decided by then. Asked after every change of every tab (invariants 3, 4, 8, 10, 11).
 */
import type { OwnOp } from '@tidylab/sync/replica/coverage';
import { type Device, isBefore, type Tab } from '../world/device.ts';
import { effectsOf, type Entry, foldPlainly, isPosting } from './ledger-model.ts';
import { hugeLot } from '../workload/intents.ts';
import type { Histories } from './histories.ts';
import type { Truth } from './truth.ts';
import { must } from './violation.ts';

interface Overlay {
  readonly postings: OwnOp[];
  readonly entries: Map<string, Entry[]>;
  readonly voids: Set<string>;
}

export class ViewCheck {
  /** By tab: what each own result was when it was last looked at. */
  readonly #results = new WeakMap<Tab, Map<number, string>>();

  constructor(private readonly histories: Histories) {}

  tab(device: Device, tab: Tab): void {
    const { replica } = tab.engine;
    if (replica.version === tab.version) return;
    tab.version = replica.version;
    const { seq, line } = replica.position;
    const shown = { order: this.histories.order(line), seq };
    const truth = this.histories.of(line);
    must(!isBefore(shown, tab.shown), 4, () => `${tab.life.name} went back from ${tab.shown.seq} to ${seq}`);
    tab.shown = shown;
    if (seq > truth.head) truth.sync();
    must(seq <= truth.head, 4, () => `${tab.life.name} is at ${seq}, the server at ${truth.head}`);
    this.#answers(device, tab);
    const overlay = this.#overlay(tab, truth);
    this.#balances(tab, seq, overlay, truth);
    this.#others(tab, seq, overlay, truth);
    if (isBefore(device.shown, shown)) device.shown = shown;
  }

  /** Called when a tab has opened: it shows no less than the profile had shown when it started. */
  opened(tab: Tab): void {
    const { seq, line } = tab.engine.replica.position;
    const shown = { order: this.histories.order(line), seq };
    must(
      !isBefore(shown, tab.floor),
      8,
      () => `${tab.life.name} starts at ${seq}, the device has shown ${tab.floor.seq}`,
    );
  }

  #answers(device: Device, tab: Tab): void {
    const seen = this.#results.get(tab) ?? new Map<number, string>();
    this.#results.set(tab, seen);
    const shown = new Set<number>();
    for (const own of tab.engine.replica.own) {
      const { n, id } = own.op;
      shown.add(n);
      const { result } = own;
      const said = result ? `${result.status} ${result.seq} ${result.epoch ?? ''}` : '';
      const before = seen.get(n) ?? '';
      if (said === before) continue;
      must(result !== null, 8, () => `${tab.life.name}: op ${n} had the result ${before} and has none now`);
      seen.set(n, said);
      const truth = this.histories.of(result.epoch);
      if (before !== '' && result.epoch === this.histories.epochNow()) this.#countAgain(before, result.epoch);
      if (result.seq > truth.head || !truth.ops.has(id)) truth.sync();
      const known = truth.ops.get(id);
      must(known, 1, () => `${tab.life.name}: op ${n} has a result (${said}), the server never had it`);
      const right =
        known.n !== n
          ? result.status === 'duplicate'
          : result.status === 'parked'
            ? known.parked?.seq === result.seq
            : known.decision?.status === result.status && known.decision.seq === result.seq;
      must(
        right,
        1,
        () =>
          `${tab.life.name}: op ${n} has the result ${said}, the server ${JSON.stringify(known.decision ?? known.parked)}`,
      );
    }
    for (const n of tab.mustShow)
      must(shown.has(n), 8, () => `${tab.life.name} no longer knows op ${n} of ${device.dev}, which it saved`);
  }

  #countAgain(before: string, epoch: string | undefined): void {
    if (!before.endsWith(epoch ?? '')) this.histories.hit('op sent again after a restore');
  }

  #overlay(tab: Tab, truth: Truth): Overlay {
    const overlay: Overlay = { postings: [], entries: new Map(), voids: new Set() };
    const { seq } = tab.engine.replica.position;
    for (const own of tab.engine.replica.own) {
      if (own.state === 'withdrawn') continue;
      const status = own.result?.first?.status ?? own.result?.status;
      if (status === 'rejected') continue;
      const decision = truth.ops.get(own.op.id)?.decision;
      if (decision && decision.seq <= seq) continue;
      if (own.op.type === 'void-posting') overlay.voids.add((own.op.body as { target: { op: string } }).target.op);
      if (isPosting(own.op)) overlay.postings.push(own);
    }
    for (const own of overlay.postings) {
      if (overlay.voids.has(own.op.id) || truth.model.isVoidAt(own.op.id, seq)) continue;
      const eff = own.result?.first?.eff ?? own.result?.eff ?? own.op.hlc;
      for (const { bucket, qty, counted } of effectsOf(own.op)) {
        const entry: Entry = { eff, id: own.op.id, counted, qty, seq: Number.POSITIVE_INFINITY };
        overlay.entries.set(bucket, [...(overlay.entries.get(bucket) ?? []), entry]);
      }
    }
    return overlay;
  }

  #balances(tab: Tab, seq: number, overlay: Overlay, truth: Truth): void {
    const { model } = truth;
    const { replica } = tab.engine;
    for (const bucket of new Set([...model.buckets.keys(), ...overlay.entries.keys()])) {
      const base = foldPlainly(model.entries(bucket, seq));
      const shownBase = replica.baseBalance(bucket);
      const basePlace = `${tab.life.name} at ${seq}, ${bucket.slice(0, 4)}…${bucket.slice(-6)}`;
      must(
        (shownBase?.qty ?? 0) === base.qty,
        3,
        () => `${basePlace}: base says ${shownBase?.qty ?? 0}, the ledger ${base.qty}`,
      );
      must((shownBase?.count?.op ?? null) === base.countId, 10, () => `${basePlace}: another count is in force`);
      const extra = overlay.entries.get(bucket) ?? [];
      if (extra.length === 0 && overlay.voids.size === 0) continue;
      if (bucket.startsWith(hugeLot) && extra.length > 0) continue;
      const right = foldPlainly([...model.entries(bucket, seq, overlay.voids), ...extra]);
      const shown = replica.balance(bucket)?.qty ?? 0;
      must(shown === right.qty, 8, () => `${basePlace}: shows ${shown}, with its own ops it is ${right.qty}`);
    }
  }

  #others(tab: Tab, seq: number, overlay: Overlay, truth: Truth): void {
    const { model } = truth;
    const { replica } = tab.engine;
    for (const own of overlay.postings) {
      if (model.isVoidAt(own.op.id, seq)) continue;
      const shown = replica.posting(own.op.id);
      must(shown, 8, () => `${tab.life.name} at ${seq} hides its own posting ${own.op.n}`);
      must(
        (shown.voidedBy !== null) === overlay.voids.has(own.op.id),
        8,
        () => `${tab.life.name}: own posting ${own.op.n} shows a wrong void`,
      );
    }
    let accepted = 0;
    for (const at of model.postings.values()) if (at <= seq) accepted++;
    const hidden = overlay.postings.filter((own) => model.isVoidAt(own.op.id, seq)).length;
    const held = replica.all('posting').size;
    must(
      held === accepted + overlay.postings.length - hidden,
      11,
      () =>
        `${tab.life.name} at ${seq} holds ${held} postings, not ${accepted} and ${overlay.postings.length - hidden} of its own`,
    );
    for (const [record, at] of model.created) {
      const [kind = '', id = ''] = record.split(' ');
      if (at <= seq) must(replica.all(kind).has(id), 4, () => `${tab.life.name} at ${seq} lacks ${record}`);
    }
  }
}

/**
 * The ledger, folded again by the rule that wrote it: entries follow from the postings, balances from the entries, and
 * what the feed told last of a balance is that balance. One bucket and one posting in memory at a time.
 */
import { type BucketEntry, bucketEffects, foldBucket } from '@tidylab/domain/ledger/fold';
import { bucketKey, type LedgerEntry } from '@tidylab/domain/ledger/model';
import type { Db } from '../../db/copies.ts';
import { balanceText, type Held } from './parts.ts';
import type { Differs } from './report.ts';

interface EntryRow {
  readonly what: string;
  readonly place: string;
  readonly eff: string;
  readonly op: string;
  readonly counted: number;
  readonly qty: number;
  readonly voided: number;
}

interface BalanceRow {
  readonly qty: number;
  readonly count_eff: string | null;
  readonly count_op: string | null;
}

function entriesOf(body: string): readonly LedgerEntry[] {
  return (JSON.parse(body) as { entries: readonly LedgerEntry[] }).entries;
}

/** Every entry is one that its posting makes, and no posting lacks one. */
function verifyEntries(db: Db, differs: Differs): void {
  const find = db.prepare(
    'SELECT counted, qty, voided FROM ledger_entry WHERE what = ? AND place = ? AND eff = ? AND op = ?',
  );
  let made = 0;
  const postings = db.prepare('SELECT op, eff, body, voided_by FROM posting').iterate();
  for (const row of postings as IterableIterator<{ op: string; eff: string; body: string; voided_by: string | null }>) {
    for (const { what, place, counted, qty } of bucketEffects(entriesOf(row.body)).values()) {
      made++;
      const held = find.get(what, place, row.eff, row.op) as EntryRow | undefined;
      const voided = row.voided_by === null ? 0 : 1;
      if (held && held.qty === qty && held.counted === (counted ? 1 : 0) && held.voided === voided) continue;
      const found = held ? `${held.qty}${held.voided === 1 ? ', voided' : ''}` : 'nothing';
      differs({
        kind: 'ledger',
        text: `posting ${row.op} puts ${qty}${voided === 1 ? ', voided' : ''} to ${bucketKey(what, place)}; the ledger holds ${found}`,
      });
    }
  }
  const held = db.prepare('SELECT count(*) FROM ledger_entry').pluck().get() as number;
  if (held !== made)
    differs({ kind: 'ledger', text: `the postings make ${made} entries of the ledger, which holds ${held}` });
}

/** Calls back with each bucket that has entries, its live entries in the order of the ledger. */
function eachBucket(db: Db, visit: (what: string, place: string, entries: BucketEntry[]) => void): number {
  let entries: BucketEntry[] = [];
  let [what, place, count] = ['', '', 0];
  const rows = db
    .prepare('SELECT what, place, eff, op, counted, qty, voided FROM ledger_entry ORDER BY what, place, eff, op')
    .iterate();
  for (const row of rows as IterableIterator<EntryRow>) {
    if (count > 0 && (row.what !== what || row.place !== place)) {
      visit(what, place, entries);
      entries = [];
    }
    ({ what, place } = row);
    count++;
    if (row.voided === 0) entries.push({ eff: row.eff, op: row.op, counted: row.counted === 1, qty: row.qty });
  }
  if (count > 0) visit(what, place, entries);
  return count;
}

function verifyBalances(db: Db, told: Held, differs: Differs): { entries: number; balances: number } {
  const find = db.prepare('SELECT qty, count_eff, count_op FROM balance WHERE what = ? AND place = ?');
  let balances = 0;
  const entries = eachBucket(db, (what, place, live) => {
    const key = bucketKey(what, place);
    const right = balanceText(foldBucket(live));
    const row = find.get(what, place) as BalanceRow | undefined;
    if (row) balances++;
    // A posting that was voided before it came leaves entries and never had a balance.
    else if (live.length === 0) return;
    const held = row ? `${row.qty}|${row.count_eff ?? ''}|${row.count_op ?? ''}` : undefined;
    const quantity = (text: string | undefined): string => text?.split('|', 1)[0] ?? 'nothing';
    if (held !== right)
      differs({
        kind: 'ledger',
        text: `${key}: the balance is ${quantity(held)}, the ledger gives ${quantity(right)}${quantity(held) === quantity(right) ? ' with another count' : ''}`,
      });
    const said = told.balances.get(key);
    if (said !== held)
      differs({
        kind: 'feed',
        text: `${key}: devices were told ${quantity(said)}, the balance is ${quantity(held)}`,
      });
  });
  const all = db.prepare('SELECT count(*) FROM balance').pluck().get() as number;
  if (all !== balances) differs({ kind: 'ledger', text: `${all - balances} balances have no entry in the ledger` });
  return { entries, balances: all };
}

/** Below zero is a review, and only below zero. */
function verifyBelowZero(db: Db, told: Held, differs: Differs): void {
  const below = db.prepare("SELECT what || '@' || place FROM balance WHERE qty < 0").pluck().all() as string[];
  const due = new Set(below.map((key) => `below-zero:${key}`));
  for (const key of due)
    if (!told.reviews.has(key)) differs({ kind: 'review', text: `${key} is below zero and no review says so` });
  for (const key of told.reviews)
    if (key.startsWith('below-zero:') && !due.has(key))
      differs({ kind: 'review', text: `the review ${key} is open and its balance is not below zero` });
}

export function verifyLedger(db: Db, told: Held, differs: Differs): { entries: number; balances: number } {
  verifyEntries(db, differs);
  const figures = verifyBalances(db, told, differs);
  verifyBelowZero(db, told, differs);
  return figures;
}

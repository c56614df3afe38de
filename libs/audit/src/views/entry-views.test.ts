import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEntry, approval } from '../../testing/entries.ts';
import { auditCsvLine } from '../csv.ts';
import { canonicalBytes, type AuditEntry } from '../entry.ts';
import { jsonLine } from '../json-lines.ts';
import { leafHash } from '../merkle.ts';
import { ocsfLine } from '../ocsf.ts';
import { EntryViews } from './entry-views.ts';

const linesOf = (entries: readonly AuditEntry[]) => Buffer.concat(entries.map((one) => jsonLine(canonicalBytes(one))));
const leavesOf = (entries: readonly AuditEntry[]) => Buffer.concat(entries.map((one) => leafHash(canonicalBytes(one))));

/** The views as text, made in batches of `size`. */
function viewed(entries: readonly AuditEntry[], size = entries.length) {
  const views = new EntryViews();
  const [csv, ocsf]: [string[], string[]] = [[], []];
  for (let at = 0; at < entries.length; at += size) {
    const batch = entries.slice(at, at + size);
    const made = views.of(linesOf(batch), leavesOf(batch));
    expect(made.count).toBe(batch.length);
    csv.push(made.csv.toString('utf8'));
    ocsf.push(made.ocsf.toString('utf8'));
  }
  return { csv: csv.join(''), ocsf: ocsf.join('') };
}

/** The same, entry by entry. */
const plainly = (entries: readonly AuditEntry[]) => ({
  csv: entries.map((one) => auditCsvLine(one)).join(''),
  ocsf: entries.map((one) => ocsfLine(one, canonicalBytes(one))).join(''),
});

/** Entries that often differ in a few values only, some of which no template can take as they are. */
const value = fc.oneof(
  fc.constantFrom(
    'a1',
    '=1+1',
    '-3',
    'a,b',
    'say "so"',
    'back\\slash',
    '\u{1f98a}',
    '＝1',
    ' =1',
    'a;=1',
    'z-target-z',
    '"seq":7,',
    ' ',
  ),
  fc.uuid(),
);
const alike = fc
  .tuple(
    anyEntry,
    fc.array(fc.record({ id: value, digest: value, request: value, move: fc.nat(3) }), { minLength: 3, maxLength: 6 }),
  )
  .map(([entry, changes]) =>
    changes.map(({ id, digest, request, move }, place) => ({
      ...entry,
      seq: move === 0 ? entry.seq : place + 1,
      at: move === 1 ? entry.at : `2026-11-22T10:11:12.${String(123_000 + move)}Z`,
      target: { ...entry.target, id },
      ...(move === 2 ? {} : { historyDigest: digest }),
      ...(move === 3 ? {} : { source: { ...entry.source, requestId: request } }),
    })),
  );

describe('the views of many entries', () => {
  it('are those of each, for a run of entries', () => {
    const entries = Array.from({ length: 50 }, (_, at) => approval(at + 1));
    expect(viewed(entries, 7)).toEqual(plainly(entries));
  });

  it('are those of each, for any entries that can be written', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 8 }), (entries) => {
        expect(viewed(entries, 3)).toEqual(plainly(entries));
      }),
      { numRuns: 60, seed: 6003 },
    );
  });

  it('are those of each, where entries are alike but for what a template must not copy', () => {
    fc.assert(
      fc.property(fc.array(alike, { minLength: 1, maxLength: 2 }), (runs) => {
        const entries = runs.flatMap((run) => [...run, ...run]);
        expect(viewed(entries, 5)).toEqual(plainly(entries));
      }),
      { numRuns: 60, seed: 1303 },
    );
  });

  it('hold where more kinds of entry come than are remembered', () => {
    const entries = Array.from({ length: 3_000 }, (_, at) => ({ ...approval(at + 1), chunk: Math.floor(at / 3) }));
    expect(viewed(entries)).toEqual(plainly(entries));
  });

  it('are refused for what is no entry, for a cut line, and without a hash for each', () => {
    const entries = [approval(1), approval(2)];
    const views = new EntryViews();
    expect(() => views.of(Buffer.from('{"seq":1\n'), Buffer.alloc(32))).toThrow();
    expect(() => views.of(linesOf(entries).subarray(0, -1), leavesOf(entries))).toThrow(RangeError);
    expect(() => views.of(linesOf(entries), leavesOf(entries).subarray(32))).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approval, headOf, logOf, stored } from '../testing/entries.ts';
import type { Stored } from '../testing/entries.ts';
import { leafHash } from './merkle.ts';
import { appendLeaves, emptyRange } from './range.ts';
import { startVerification, verifyEntries } from './verify-entries.ts';

const withoutHashes = (log: readonly Stored[]) => log.map(({ seq, bytes }) => ({ seq, bytes }));
const rangeOf = (log: readonly Stored[]) =>
  appendLeaves(
    emptyRange,
    log.map((entry) => entry.leafHash),
  );

describe('a log that nobody touched', () => {
  it('is found whole, in 100 clean runs out of 100', () => {
    for (let size = 0; size < 100; size += 1) {
      const log = logOf(size);
      const head = headOf(log);
      expect(verifyEntries(log, head)).toEqual({ ok: true, ...head });
      expect(verifyEntries(withoutHashes(log), head)).toEqual({ ok: true, ...head });
    }
  });

  it('is found whole from any point that is already trusted', () => {
    const log = logOf(40);
    for (let trusted = 0; trusted <= 40; trusted += 1) {
      const verdict = verifyEntries(log.slice(trusted), headOf(log), rangeOf(log.slice(0, trusted)));
      expect(verdict).toEqual({ ok: true, ...headOf(log) });
    }
  });
});

describe('the first bad sequence', () => {
  const log = logOf(20);
  const head = headOf(log);
  const at = (seq: number) => log[seq - 1] as Stored;
  const changed = Buffer.from(at(5).bytes.toString('utf8').replace('approved', 'returned'));

  it.each([
    ['an entry deleted', log.toSpliced(4, 1), { seq: 5, why: 'missing' }],
    ['an entry in twice', log.toSpliced(5, 0, at(5)), { seq: 6, why: 'out_of_order' }],
    ['two rows in the wrong order', log.with(4, at(9)).with(8, at(5)), { seq: 5, why: 'missing' }],
    ['two entries swapped under their numbers', log.with(4, { ...at(9), seq: 5 }), { seq: 5, why: 'other_sequence' }],
    ['bytes that are no entry', log.with(4, asRow(5, Buffer.from('5'))), { seq: 5, why: 'other_sequence' }],
    ['bytes that are not even JSON', log.with(4, asRow(5, Buffer.from('{"seq":5'))), { seq: 5, why: 'other_sequence' }],
    ['bytes changed', log.with(4, { ...at(5), bytes: changed }), { seq: 5, why: 'bytes_changed' }],
    [
      'a leaf hash cut short',
      log.with(4, { ...at(5), leafHash: at(5).leafHash.subarray(0, 31) }),
      { seq: 5, why: 'bytes_changed' },
    ],
    ['bytes and leaf hash changed together', log.with(4, asRow(5, changed)), { seq: 20, why: 'root_mismatch' }],
    ['the tail cut', log.slice(0, 17), { seq: 18, why: 'cut_tail' }],
    ['everything cut', [], { seq: 1, why: 'cut_tail' }],
    ['entries that nobody vouches for', [...log, stored(approval(21))], { seq: 21, why: 'beyond_head' }],
    [
      'such entries, bad ones among them',
      [...log, stored(approval(21)), asRow(22, changed)],
      { seq: 21, why: 'beyond_head' },
    ],
  ])('is named for %s', (_what, tampered, fault) => {
    expect(verifyEntries(tampered, head)).toEqual({ ok: false, ...fault });
  });

  it('is named for another root, and for a head that was rolled back behind a trusted one', () => {
    expect(verifyEntries(log, { ...head, root: leafHash(Buffer.from('x')) })).toEqual({
      ok: false,
      seq: 20,
      why: 'root_mismatch',
    });
    expect(verifyEntries([], headOf(log.slice(0, 12)), rangeOf(log))).toEqual({
      ok: false,
      seq: 13,
      why: 'beyond_head',
    });
  });

  it('stays the first one, and the entries after it are not read', () => {
    const verification = startVerification(head);
    expect(verification.take(at(1))).toBe(true);
    expect(verification.take(at(3))).toBe(false);
    expect(verification.take(at(2))).toBe(false);
    expect(verification.finish()).toEqual({ ok: false, seq: 2, why: 'missing' });
  });
});

/** One way to tamper with a log; `seq` is where, `byte` and `bit` say what. Hides its traces where it can. */
type Tampering = (log: Stored[], seq: number, byte: number, bit: number) => Stored[];

const tamperings: Readonly<Record<string, Tampering>> = {
  'a flipped bit': (log, seq, byte, bit) =>
    log.with(seq - 1, { ...rowAt(log, seq), bytes: flipped(rowAt(log, seq), byte, bit) }),
  'a flipped bit with a new leaf hash': (log, seq, byte, bit) =>
    log.with(seq - 1, asRow(seq, flipped(rowAt(log, seq), byte, bit))),
  'a deleted entry': (log, seq) => log.toSpliced(seq - 1, 1),
  'a deleted entry, the rest numbered again': (log, seq) => numbered(log.toSpliced(seq - 1, 1)),
  'an inserted entry': (log, seq) => log.toSpliced(seq - 1, 0, stored({ ...approval(seq), outcome: 'refused' })),
  'an inserted entry, the rest numbered again': (log, seq) =>
    numbered(log.toSpliced(seq - 1, 0, stored(approval(999)))),
  'two swapped entries': (log, seq, byte) => {
    const other = 1 + ((seq - 1 + 1 + (byte % (log.length - 1))) % log.length);
    return log.with(seq - 1, rowAt(log, other)).with(other - 1, rowAt(log, seq));
  },
  'two swapped entries under each other’s number': (log, seq, byte) => {
    const other = 1 + ((seq - 1 + 1 + (byte % (log.length - 1))) % log.length);
    return log.with(seq - 1, { ...rowAt(log, other), seq }).with(other - 1, { ...rowAt(log, seq), seq: other });
  },
  'a cut tail': (log, seq) => log.slice(0, seq - 1),
};

/** A log size, and where and what to tamper with. */
const attempt = fc
  .integer({ min: 2, max: 24 })
  .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size }), fc.nat(10_000), fc.nat(7)));

describe('tampering', () => {
  it.each(Object.entries(tamperings))('%s is detected in 1,000 tries out of 1,000', (_name, tamper) => {
    fc.assert(
      fc.property(attempt, ([size, seq, byte, bit]) => {
        const log = logOf(size);
        const tampered = tamper(log, seq, byte, bit);
        expect(verifyEntries(tampered, headOf(log)).ok).toBe(false);
        expect(verifyEntries(withoutHashes(tampered), headOf(log)).ok).toBe(false);
      }),
      { numRuns: 1000, seed: 6962 },
    );
  });

  it('would pass if the head were made of the tampered entries, so the head is what detects it', () => {
    const log = logOf(10);
    const forged = log.with(3, stored({ ...approval(4), outcome: 'refused' }));
    expect(verifyEntries(forged, headOf(forged)).ok).toBe(true);
    expect(verifyEntries(forged, headOf(log)).ok).toBe(false);
  });
});

function rowAt(log: readonly Stored[], seq: number): Stored {
  return log[seq - 1] as Stored;
}

function asRow(seq: number, bytes: Buffer): Stored {
  return { seq, bytes, leafHash: leafHash(bytes) };
}

function numbered(log: readonly Stored[]): Stored[] {
  return log.map((entry, at) => ({ ...entry, seq: at + 1 }));
}

function flipped(entry: Stored, byte: number, bit: number): Buffer {
  const bytes = Buffer.from(entry.bytes);
  const at = byte % bytes.length;
  bytes[at] = (bytes[at] as number) ^ (1 << bit);
  return bytes;
}

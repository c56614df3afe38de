import type { ImportRow } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { importInWords, isRecount, share } from './import-words.ts';
import { reasonCodes, reasonWord } from './reasons.ts';
import { compare } from './show/comparison.ts';
import { convictionsInWords } from './show/convictions-counted.ts';
import { phasesOf } from './show/phases.ts';

const row: ImportRow = {
  id: 'i',
  fileName: 'a.dat',
  files: [{ name: 'a.dat', bytes: 1, header: true, unfinished: false }],
  missingParts: null,
  balance: null,
  bytes: 1000,
  sha256: '',
  state: 'done',
  encoding: 'utf-8',
  header: true,
  bytesRead: 1000,
  rows: 1204331,
  rejected: 1,
  people: 1,
  convictions: 20000,
  spokenOf: 445,
  back: 0,
  fresh: 0,
  unchanged: 0,
  changed: 0,
  vanished: 0,
  ownCountyShare: 0.9,
  doubts: [],
  confirmed: null,
  replaces: null,
  leaving: null,
  otherCounty: null,
  reasons: [],
  unknownDispositions: [],
  uploadedBy: 'Ana Ortiz',
  createdAt: '2026-11-22T10:00:00Z',
  finishedAt: null,
  workId: 'w',
  problem: null,
};

describe('an import in words', () => {
  it('says what a file brought', () => {
    expect(importInWords(row)).toBe(
      '1,204,331 rows about 1 person with 20,000 convictions of every offense; 1 row was rejected.',
    );
  });
  it('says that nothing counts while it waits or after it was cancelled', () => {
    expect(importInWords({ ...row, state: 'waiting' })).toContain('Nothing counts until');
    expect(importInWords({ ...row, state: 'cancelled' })).toContain('Nothing of it counts');
  });
  it('says of a file that could not be read what it came to, and of one that broke off that it stopped', () => {
    const failed = { ...row, state: 'failed', rows: 0 } as const;
    expect(importInWords(failed)).toMatch(/^No row of this file could be read\. Nothing/);
    expect(phasesOf(failed, undefined)).toEqual([]);
    expect(importInWords({ ...failed, bytesRead: 10 })).toBe('The import stopped before its end.');
    expect(importInWords({ ...failed, rows: 1 })).toBe('The import stopped before its end.');
  });
  it('says at the figure of convictions what it counts, and how many of them the policy speaks of', () => {
    expect(convictionsInWords(row)).toMatch(/of every offense.*\. The policy speaks of 445 of them; Home says/);
    expect(convictionsInWords({ ...row, spokenOf: 0 })).toContain('speaks of none of them');
    expect(convictionsInWords({ ...row, state: 'superseded' })).toContain('The policy spoke of 445 of them when');
    expect(convictionsInWords({ ...row, spokenOf: null })).toMatch(/of every offense/);
    expect(convictionsInWords({ ...row, spokenOf: null })).not.toContain('policy');
    expect(convictionsInWords({ ...row, state: 'counting' })).toBeUndefined();
  });
  it('says while it counts again that the figures of before hold no more', () => {
    const counting = { ...row, state: 'counting', convictions: 12 } as const;
    expect(isRecount(counting)).toBe(false);
    const again = { ...counting, finishedAt: row.createdAt };
    expect(isRecount(again)).toBe(true);
    expect(importInWords(again)).toMatch(/counted and evaluated again.*hold no more/);
    expect(isRecount({ ...again, state: 'done' })).toBe(false);
  });
  it('never rounds a share to nothing', () => {
    expect([0, 0.0004, 0.004, 0.05, 0.93, 1].map(share)).toEqual(['0%', 'less than 0.1%', '0.4%', '5%', '93%', '100%']);
  });
});

describe('the comparison with the previous file', () => {
  it('counts as new what the older file did not have', () => {
    const parts = compare({ ...row, fresh: 690, unchanged: 19000, changed: 310, vanished: 22 });
    expect(parts.map(({ key, count }) => [key, count])).toEqual([
      ['unchanged', 19000],
      ['changed', 310],
      ['new', 690],
      ['vanished', 22],
    ]);
  });
  it('is silent when there was no older file', () => expect(compare(row)).toEqual([]));
});

describe('the steps of an import', () => {
  it('shows real progress on the one that runs', () => {
    const phases = phasesOf({ ...row, state: 'reading', bytesRead: 400 }, undefined);
    expect(phases.map(({ stands }) => stands)).toEqual(['now', 'later']);
    expect(phases[0]?.progress).toEqual({ done: 400, total: 1000, unit: 'bytes' });
  });
  it('says where a broken-off import stopped', () => {
    const stands = (change: Partial<ImportRow>) =>
      phasesOf({ ...row, state: 'failed', ...change }, undefined).map((phase) => phase.stands);
    expect(stands({ bytesRead: 10 })).toEqual(['stopped', 'later']);
    expect(stands({})).toEqual(['done', 'stopped']);
  });
  it('has none for an import at its end', () => expect(phasesOf(row, undefined)).toEqual([]));
});

describe('why a row was rejected', () => {
  it('has words and advice for every known reason', () => {
    for (const code of reasonCodes) expect(reasonWord(code).says).toMatch(/\.$/);
  });
  it('reads a reason that it does not know from its code', () => expect(reasonWord('bad_date').word).toBe('Bad date'));
});

import { describe, expect, it } from 'vitest';
import { makeWords, reachOf } from './export-words.ts';
import { compareWords } from './show/compare-words.ts';

describe('an export in words', () => {
  it('claims completeness only for every entry', () => {
    expect(reachOf({})).toMatch(/without a gap/);
    expect(reachOf({ outcome: 'refused' })).toMatch(/does not show that nothing else happened/);
  });
  it('says on the button how much is exported', () => {
    expect(makeWords(1204)).toBe('Make the export of 1,204 entries');
    expect(makeWords(undefined)).toBe('Make the export');
  });
});

describe('comparing a downloaded file', () => {
  const sums = [
    { name: 'CSV', sha256: 'AA' },
    { name: 'JSON Lines', sha256: 'bb' },
  ];
  it('tells which file of the export it is', () => {
    expect(compareWords('audit-log.csv', 'aa', sums)).toEqual({
      fits: true,
      says: 'audit-log.csv is a file of this export (CSV), byte for byte.',
    });
  });
  it('says so when it is none of them, or cannot be computed here', () => {
    expect(compareWords('x.csv', 'cc', sums).fits).toBe(false);
    expect(compareWords('x.csv', undefined, sums).says).toMatch(/commands below/);
  });
});

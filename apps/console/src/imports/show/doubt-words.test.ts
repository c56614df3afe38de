import type { ImportRow } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { confirmWords, doubtsInWords } from './doubt-words.ts';

const row = {
  ...{ fileName: 'autumn.dat', rows: 8_000, people: 1_200, doubts: ['few_shared'] },
  ...{ ownCountyShare: 0.97, otherCounty: null },
  replaces: { fileName: 'spring.dat', createdAt: '2026-11-09T18:00:00.000Z', people: 3_410, shared: 0 },
} as unknown as ImportRow;

describe('a file that somebody has to confirm', () => {
  it('says how many people it shares with which file, and what is lost', () => {
    const [said] = doubtsInWords(row, 'Yolo County');
    expect(said?.title).toMatch(/^This file shares 0 of 3,410 people with the one from Nov 9/);
    expect(said?.says).toContain('spring.dat');
    const { consequence, title } = confirmWords(row, 'Yolo County');
    expect(title).toMatch(/^Replace the file from Nov 9/);
    expect(consequence).toContain(
      '1,200 people of autumn.dat take the place of spring.dat. What nobody has approved yet of the 3,410 people who are',
    );
  });

  it('says of another county’s that it is probably that', () => {
    const foreign: ImportRow = { ...row, doubts: ['foreign'], ownCountyShare: 0, otherCounty: 'NAPA', replaces: null };
    expect(doubtsInWords(foreign, 'Yolo County')).toEqual([
      {
        title: 'This is probably another county’s file',
        says: 'No court row of this file names Yolo County; most name Napa County.',
      },
    ]);
    const hardly: ImportRow = { ...foreign, ownCountyShare: 0.004, otherCounty: 'CONTRA COSTA' };
    expect(doubtsInWords(hardly, 'Los Angeles County')[0]?.says).toBe(
      'Hardly any court row of this file names Los Angeles County (0.4%); most name Contra Costa County.',
    );
    expect(doubtsInWords({ ...foreign, otherCounty: null }, 'Kern County')[0]?.says).toBe(
      'No court row of this file names Kern County.',
    );
    expect(confirmWords(foreign, 'Yolo County').verb).toBe('Count this file');
  });

  it('says both where both are so', () => {
    expect(doubtsInWords({ ...row, doubts: ['foreign', 'few_shared'] }, 'Yolo County')).toHaveLength(2);
  });
});

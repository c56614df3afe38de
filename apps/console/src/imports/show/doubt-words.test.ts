import type { ImportRow } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { confirmWords, costWords, doubtsInWords, leavingOf } from './doubt-words.ts';

const row = {
  ...{ fileName: 'autumn.dat', rows: 8_000, people: 1_200, doubts: ['few_shared'] },
  ...{ ownCountyShare: 0.97, otherCounty: null },
  replaces: { fileName: 'spring.dat', createdAt: '2026-11-09T18:00:00.000Z', people: 3_410, shared: 0 },
  leaving: { toReview: 1_704, toApprove: 337, returned: 10, approved: 6 },
} as unknown as ImportRow;

describe('a file that somebody has to confirm', () => {
  it('says how many people it shares with which file, and what is lost', () => {
    const [said] = doubtsInWords(row, 'Yolo County');
    expect(said?.title).toMatch(/^This file shares 0 of 3,410 people with the one before$/);
    expect(said?.says).toContain('spring.dat');
    const { consequence, title } = confirmWords(row, 'Yolo County');
    expect(title).toMatch(/^Replace spring\.dat of Nov 9, 2026, \d/);
    expect(consequence).toContain(
      '1,200 people of autumn.dat take the place of spring.dat. 2,051 convictions of people who are not in this file leave',
    );
  });

  it('names the files that end in the middle of a row, of one and of several', () => {
    const file = (name: string, unfinished: boolean) => ({ name, bytes: 1, header: true, unfinished });
    const of = (...files: ImportRow['files']) =>
      doubtsInWords({ ...row, doubts: ['unfinished'], files }, 'Yolo County').map(
        ({ says, title }) => `${title}. ${says}`,
      );
    expect(of(file('a.dat', true))[0]).toMatch(/^a\.dat ends in the middle of a row\. It was probably cut off/);
    expect(of(file('a.dat', true), file('b.dat', false))[0]).toMatch(/^a\.dat ends in the middle of a row\. It was/);
    expect(of(file('a.dat', true), file('b.dat', true))[0]).toMatch(
      /^Two files end in the middle of a row\. a\.dat and b\.dat were probably cut off/,
    );
  });

  it('says what leaves the queue, what is lost with it and what stays', () => {
    expect(costWords(row)).toBe(
      '2,051 convictions of people who are not in this file leave the queue: 1,704 to review, 337 to approve and 10 returned. 337 open recommendations are lost. 6 approved or beyond stay, marked.',
    );
    expect(costWords({ leaving: { toReview: 0, toApprove: 1, returned: 0, approved: 0 } })).toBe(
      '1 conviction of people who are not in this file leaves the queue: 1 to approve. 1 open recommendation is lost.',
    );
    expect(costWords({ leaving: { toReview: 0, toApprove: 0, returned: 0, approved: 1 } })).toBe(
      'Nothing in the queue is of people whom this file leaves out. 1 approved or beyond stays, marked.',
    );
    expect(costWords({ leaving: null })).toBeUndefined();
    expect([leavingOf(row), leavingOf({ leaving: null })]).toEqual([2_051, 0]);
  });

  it('says of another county’s that it is probably that', () => {
    const foreign: ImportRow = {
      ...row,
      doubts: ['foreign'],
      ownCountyShare: 0,
      otherCounty: 'NAPA',
      replaces: null,
      leaving: null,
    };
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

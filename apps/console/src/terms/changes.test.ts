import type { AgencyRoute } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { changesBetween, nothingOwn, type TermsDraft } from './changes.ts';
import { consequenceOf } from './consequence.ts';

const line: AgencyRoute = { arresting: ['PD A', 'A PD'], severity: ['misdemeanor'], agency: 'A City Attorney' };
const said = (...dispositions: TermsDraft['dispositions']): TermsDraft => ({ dispositions, routing: null });
const routed = (routes: AgencyRoute[], cite = ''): TermsDraft => ({ dispositions: [], routing: { cite, routes } });

describe('what changed', () => {
  it('is nothing when only blanks and case differ', () => {
    expect(changesBetween(nothingOwn, nothingOwn)).toEqual([]);
    const one = said({ wording: 'PER DA', kind: 'other' });
    expect(changesBetween(one, said({ wording: ' per  da', kind: 'other' }))).toEqual([]);
  });

  it('says of each wording what it means now, and what it meant', () => {
    const before = said({ wording: 'PER DA', kind: 'other' }, { wording: 'OLD', kind: 'pending' });
    const after = said({ wording: 'PER DA', kind: 'convicted' }, { wording: 'DISPO 47B*', kind: 'not_convicted' });
    expect(changesBetween(before, after)).toEqual([
      '“PER DA” means a conviction, no longer nothing about a conviction.',
      '“DISPO 47B*” means no conviction.',
      '“OLD” is no longer in the office’s dictionary.',
    ]);
  });

  it('says which lines of the table are new, gone, or only stand elsewhere', () => {
    const other: AgencyRoute = { ...line, arresting: 'any', from: '2005-01-01', agency: 'District Attorney' };
    expect(changesBetween(nothingOwn, routed([line]))).toEqual([
      'The office’s own table of agencies holds, with 1 line.',
    ]);
    expect(changesBetween(routed([line]), routed([other], 'Order of 2005'))).toEqual([
      'New line: Any agency, misdemeanors, convicted from Jan 1, 2005 on: District Attorney.',
      'Line removed: PD A and 1 more, misdemeanors, at any time: A City Attorney.',
      'The table is said to come from: Order of 2005.',
    ]);
    expect(changesBetween(routed([line, other]), routed([other, line]))).toEqual([
      'The lines of the table stand in another order.',
    ]);
    expect(changesBetween(routed([line]), nothingOwn)).toHaveLength(1);
    expect(changesBetween(nothingOwn, routed([line, other]), { cite: '', routes: [line] })).toEqual([
      'The office’s own table of agencies holds, with 2 lines.',
      'New line: Any agency, misdemeanors, convicted from Jan 1, 2005 on: District Attorney.',
    ]);
  });
});

describe('the consequence of saving', () => {
  it('is said before it is done, with how many it is about', () => {
    expect(consequenceOf({ version: 2, people: 1_204, convictions: 3_310 })).toMatch(
      /^It becomes version 3\. All 1,204 people with their 3,310 convictions are counted and evaluated again/,
    );
    expect(consequenceOf({ version: 0, people: 0, convictions: 0 })).toMatch(
      /^It becomes version 1\. No file counts yet/,
    );
  });
});

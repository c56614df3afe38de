import { readFileSync } from 'node:fs';
import { localDate } from '@clearance/record';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { evaluateCompat } from './columns.ts';
import { relatedFlow, relatedFlowCounties } from './related.ts';
import type { CompatRow } from './row.ts';

const flow = relatedFlow('san-joaquin-2020', localDate('2020-01-15'));

const convicted = (more: Partial<CompatRow> = {}): CompatRow => ({
  birth: '19700101',
  date: '20190115',
  step: 'COURT ACTION',
  county: 'SAN JOAQUIN',
  order: '101001001000',
  caseNumber: 'C1',
  offense: '11358 HS-CULTIVATE',
  offenseClass: '',
  disposition: 'CONVICTED',
  severity: 'FELONY',
  sentenceLength: '',
  sentenceUnit: '',
  comment: '',
  ...more,
});
const said = (...rows: CompatRow[]) =>
  evaluateCompat(rows, flow).answers.map(({ determination, reason }) => `${determination}: ${reason}`);

describe('the pilots of Contra Costa and San Joaquin', () => {
  test.each([
    ['364', 'Eligible for Dismissal: Sentence Completed'],
    ['365', 'Maybe Eligible - Flag for Review: Sentence not Completed'],
  ])('take a sentence to be complete from the day after its end on: %s days', (sentenceLength, expected) => {
    const own = convicted({ date: '20150115', sentenceLength: '1460', sentenceUnit: 'D' });
    expect(said(own)).toEqual(['Eligible for Dismissal: Sentence Completed']);
    // From January 15, 2016 to the as-of date are 1461 days.
    const length = String(1461 - 365 + Number(sentenceLength));
    expect(said(convicted({ date: '20160115', sentenceLength: length, sentenceUnit: 'D' }))).toEqual([expected]);
  });

  test.each([
    ['20150115', 'Maybe Eligible - Flag for Review: Has convictions in past 5 years'],
    ['20150114', 'Eligible for Dismissal: No convictions in past 5 years'],
  ])('count years of 365.25 days since the last conviction of several: %s', (date, expected) => {
    const other = convicted({ date, order: '102001001000', offense: '459 PC' });
    expect(said(convicted({ date: '20100101' }), other)).toEqual([expected]);
  });

  test('do not dismiss where no conviction has a date', () => {
    const other = convicted({ date: '', order: '102001001000', offense: '459 PC' });
    expect(said(convicted({ date: '' }), other)).toEqual([
      'Maybe Eligible - Flag for Review: Has convictions in past 5 years',
    ]);
  });

  test('look for cannabis in any row of the cycle, before and after, and in no other cycle', () => {
    const related = convicted({ date: '20100101', offense: '148 PC - RESIST', order: '101002001000' });
    const arrest = convicted({ offense: '11359 HS', disposition: '', step: 'ARREST/DETAINED/CITED' });
    expect(said(arrest, related)).toEqual(['Eligible for Dismissal: 148 PC']);
    expect(said(related, arrest)).toEqual(['Eligible for Dismissal: 148 PC']);
    expect(said(related, { ...arrest, order: '102001001000' })).toEqual([
      'Maybe Eligible - Flag for Review: No Related Prop64 Charges',
    ]);
  });
});

interface Golden {
  readonly case: string;
  readonly convicted: string;
  /** `F`, `M`, or `-` for a blank cell. */
  readonly severity: string;
  readonly offense: string;
  /** Such as `1825D`. */
  readonly sentence: string;
  /** A charge of the same cycle without a conviction. */
  readonly beside: string;
  /** Further convictions, `YYYYMMDD offense` with `;` between them. */
  readonly others: string;
  readonly determination: string;
  readonly reason: string;
}

const golden = parse<Golden>(readFileSync(new URL('./related.golden.csv', import.meta.url)), { columns: true });
const SEVERITY: Readonly<Record<string, string>> = { F: 'FELONY', M: 'MISDEMEANOR', '-': '' };

function rowsOf({ beside, convicted: date, offense, others, sentence, severity }: Golden, county: string): CompatRow[] {
  const [, sentenceLength = '', sentenceUnit = ''] = /^(\d+)([DMY])$/.exec(sentence) ?? [];
  const own = { date, offense, severity: SEVERITY[severity] ?? severity, sentenceLength, sentenceUnit, county };
  const arrest = { offense: beside, disposition: '', step: 'ARREST/DETAINED/CITED', order: '101001002000', county };
  const later = others === '' ? [] : others.split(';').map((one) => one.split(/ (.*)/));
  return [
    convicted(own),
    ...(beside === '' ? [] : [convicted(arrest)]),
    ...later.map(([date = '', offense = ''], index) =>
      convicted({ date, offense, order: `20${index}001001000`, county }),
    ),
  ];
}

describe.each(Object.entries(relatedFlowCounties))('%s', (name, county) => {
  const flow = relatedFlow(name as keyof typeof relatedFlowCounties, localDate('2020-01-15'));

  test.each(golden.map((each) => [each.case, each] as const))('%s', (_, each) => {
    const first = evaluateCompat(rowsOf(each, county), flow).answers.find(({ conviction }) => conviction.row === 0);
    expect([first?.determination ?? '', first?.reason ?? '']).toEqual([each.determination, each.reason]);
  });

  test('speaks of no other county', () => {
    const elsewhere = golden.flatMap((each) => evaluateCompat(rowsOf(each, 'YOLO'), flow).answers);
    expect(elsewhere).toEqual([]);
  });
});

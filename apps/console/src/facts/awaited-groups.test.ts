import type { AwaitedFact } from '@clearance/contract';
import { expect, test } from 'vitest';
import { awaitedGroups, missingWords, valuesOf } from './awaited-groups.ts';

const row = (court: string, agency: string, askedAt: string): AwaitedFact => ({
  ...{ convictionId: askedAt, personId: '', name: '', caseNumber: '', section: '', offense: '', date: null },
  ...{ facts: [], question: '', askedBy: '', court, agency, askedAt },
});
const rows = [
  row('CASC YOLO', 'CAPD DAVIS', '2026-03-01T00:00:00Z'),
  row('CASC NAPA', '', '2026-01-01T00:00:00Z'),
  row('CASC YOLO', 'CAPD DAVIS', '2026-02-01T00:00:00Z'),
  row('CASC YOLO', 'CASO YOLO', '2026-02-15T00:00:00Z'),
];

test('what is awaited is grouped by court and agency, the longest wait first', () => {
  expect(awaitedGroups(rows).map((group) => [group.court, group.agency, group.rows.length])).toEqual([
    ['CASC NAPA', '', 1],
    ['CASC YOLO', 'CAPD DAVIS', 2],
    ['CASC YOLO', 'CASO YOLO', 1],
  ]);
  expect(awaitedGroups(rows)[1]?.rows[0]?.askedAt).toBe('2026-02-01T00:00:00Z');
});

test('each court and agency is offered once', () => {
  expect(valuesOf(rows, 'court')).toEqual(['CASC NAPA', 'CASC YOLO']);
  expect(valuesOf(rows, 'agency')).toEqual(['CAPD DAVIS', 'CASO YOLO']);
});

test('what is missing is said once, as a clerk would ask for it', () => {
  const facts = [
    { fact: 'birth_date', why: 'the rows give different birth dates' },
    { fact: 'birth_date', why: 'the birth date is missing or is not a date' },
    { fact: 'other_convictions', why: '484 PC, 2015-01-01 (line 4): the severity is not given' },
  ];
  expect(missingWords({ facts })).toEqual([
    'Missing: the date of birth',
    expect.stringMatching(/^Missing: 484 PC, .*: the severity is not given$/),
  ]);
});

import { describe, expect, test } from 'vitest';
import { courtRow } from '../testing/rows.ts';
import { mentionsOf } from './mentions.ts';

const CANNABIS = ['11357', '11358', '11359', '11360'];
const mentioned = (comment: string) =>
  mentionsOf(courtRow(1, { OFFENSE_DESCR: '459 PC-BURGLARY', COMMENT_TEXT: comment }), CANNABIS).map(
    ({ section }) => section,
  );

describe('a section is found in a comment', () => {
  test.each([
    ['11359 HS', '11359'],
    ['CHARGE IS 11.359 H&S', '11359'],
    ['11 359HS', '11359'],
    ['11,358 HS', '11358'],
    ['COUNT 2 1136O(A) HS', '11360'],
    ['I1357(B) HS', '11357'],
    ['113S9 HS', '11359'],
    ['HS11359', '11359'],
    ['11357B', '11357'],
    ['66411358 HS', '11358'],
    ['664.11358', '11358'],
    ['182-11359 HS', '11359'],
    ['11358664', '11358'],
    ['PLED TO 11359. SENTENCE 1999', '11359'],
    ['11360(A)/11550 HS', '11360'],
    ['11358, 11364 HS', '11358'],
    ['11358/459 PC', '11358'],
  ])('%j', (comment, section) => {
    expect(mentioned(comment)).toEqual([section]);
  });

  test.each([
    'ALSO 11357.5 HS',
    'PETITION UNDER 11361.8 HS',
    'SCN-61135900123',
    '211359 X',
    '113579 HS',
    '11350(A) HS',
    'NO CHARGE',
    '',
  ])('but not in %j', (comment) => {
    expect(mentioned(comment)).toEqual([]);
  });
});

test('every cell that names an offense is looked at, and named', () => {
  const row = courtRow(1, {
    OFFENSE_DESCR: '11357(B) HS',
    OFFENSE_QUAL_LST: '11358',
    DISP_OFFENSE_DESCR: '11359 HS',
    CONV_OFFENSE_DESCR: '11360(A) HS',
    COMMENT_TEXT: 'WAS 11359',
    OFN: '11357',
  });
  expect(mentionsOf(row, CANNABIS)).toEqual([
    { section: '11357', column: 'OFFENSE_DESCR' },
    { section: '11358', column: 'OFFENSE_QUAL_LST' },
    { section: '11359', column: 'DISP_OFFENSE_DESCR' },
    { section: '11360', column: 'CONV_OFFENSE_DESCR' },
    { section: '11359', column: 'COMMENT_TEXT' },
  ]);
});

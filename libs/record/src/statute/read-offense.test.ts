import { describe, expect, test } from 'vitest';
import { courtRow } from '../testing/rows.ts';
import { commentCharges, readOffense, statuteText } from './read-offense.ts';

test('the description says it, and where it stands is known', () => {
  expect(readOffense(courtRow(7), 'OFFENSE_DESCR')).toEqual({
    text: '11359 HS-POSSESS MARIJUANA FOR SALE',
    cell: { line: 7, column: 'OFFENSE_DESCR' },
    source: 'description',
    references: [{ code: 'HS', section: '11359', subdivisions: [] }],
  });
});

describe('the comment says it', () => {
  test.each(['', '   ', '  -  ', 'SEE COMMENT FOR CHARGE', ' see  comment for charge ', 'SEE COMMENT'])(
    'where the description is %j',
    (description) => {
      const row = courtRow(7, { OFFENSE_DESCR: description, COMMENT_TEXT: '11357(B) HS-POSS' });
      const offense = readOffense(row, 'OFFENSE_DESCR');
      expect([offense.source, offense.cell.column]).toEqual(['comment', 'COMMENT_TEXT']);
      expect(offense.references.map(statuteText)).toEqual(['HS 11357(b)']);
    },
  );

  test.each([
    ['CHARGE: 11357(B) HS-POSS MARIJ SCN-12345678901', ['HS 11357(b)']],
    ['CNT 01-664/11358 HS', ['attempt of HS 11358']],
    ['CHG PC 187(A) 5/1/1999', ['PC 187(a)']],
    ['11357(B) HS, 11364 HS', ['HS 11357(b)', 'HS 11364']],
    ['11359-POSS FOR SALE', ['11359']],
  ])('as in %j', (comment, sections) => {
    const offense = readOffense(courtRow(1, { OFFENSE_DESCR: '', COMMENT_TEXT: comment }), 'OFFENSE_DESCR');
    expect(offense.references.map(statuteText)).toEqual(sections);
  });

  test('or does not', () => {
    const words = readOffense(courtRow(1, { OFFENSE_DESCR: '', COMMENT_TEXT: 'POSS MARIJUANA' }), 'OFFENSE_DESCR');
    expect(words).toMatchObject({ references: [], unparsed: 'POSS MARIJUANA' });
    const nothing = readOffense(courtRow(1, { OFFENSE_DESCR: '', COMMENT_TEXT: '' }), 'OFFENSE_DESCR');
    expect(nothing).toMatchObject({ text: '', references: [], unparsed: '' });
  });

  test('what the court acted under is not what somebody was charged with', () => {
    const row = courtRow(1, { OFFENSE_DESCR: '', COMMENT_TEXT: 'DISM PER 1203.4 PC' });
    expect(readOffense(row, 'OFFENSE_DESCR').references).toEqual([]);
  });
});

describe('further charges in a comment', () => {
  const chargesOf = (COMMENT_TEXT: string, OFFENSE_DESCR = '11359 HS-POSS') =>
    commentCharges(courtRow(1, { OFFENSE_DESCR, COMMENT_TEXT }))?.references.map(statuteText);

  test('are those that the description does not have', () => {
    expect(chargesOf('COM: ALSO CHGD 11360(A) HS, DISMISSED SCN-12345678901')).toEqual(['HS 11360(a)']);
    expect(chargesOf('COM: 11359 HS AND 11357(B) HS')).toEqual(['HS 11357(b)']);
  });

  test.each([
    '',
    'COM: SCN-12345678901',
    'COM: 11359 HS',
    'RELIEF PER 1203.4 PC OR 17(B) PC, 11361.8 HS',
    'CRT NBR 99F01234',
  ])('are none in %j', (comment) => {
    expect(chargesOf(comment)).toBeUndefined();
  });

  test('are none where the comment is the charge itself', () => {
    expect(chargesOf('11360(A) HS-SELL', 'SEE COMMENT FOR CHARGE')).toBeUndefined();
  });
});

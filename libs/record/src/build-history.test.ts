import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildHistory } from './build-history.ts';
import { canonicalHistory } from './canonical-history.ts';
import { COLUMN } from './columns.ts';
import { concernsCounty } from './convictions.ts';
import { readDispositions } from './disposition.ts';
import type { HistoryRow } from './history.ts';
import { KeptRow, packCells } from './kept-cells.ts';
import { statuteText } from './statute/read-offense.ts';
import { courtRow } from './testing/rows.ts';

const kept = (rows: readonly HistoryRow[]) => rows.map(({ line, cells }) => new KeptRow(line, packCells(cells)));
const canonicalOf = (rows: readonly HistoryRow[]) => canonicalHistory(kept(rows));

const arrest = { STP_TYPE_DESCR: 'ARREST/DETAINED/CITED', DISP_DESCR: '', OFN: '555', STP_EVENT_DATE: '19990110' };
const rows: readonly HistoryRow[] = [
  courtRow(2, { ...arrest, CNT_ORDER: '101001001000' }),
  courtRow(3, { SENT_LENGTH: '36', SENT_TIME_CODE: 'M' }),
  courtRow(4, { SENT_LENGTH: '90', SENT_TIME_CODE: 'D' }),
  courtRow(5, { CNT_ORDER: '101002002000', OFFENSE_DESCR: '11364 HS-PARA', DISP_DESCR: 'DISMISSED' }),
  courtRow(6, { CNT_ORDER: '102001001000', CYC_DATE: '20050000', STP_EVENT_DATE: '20050600', OFN: '05M1' }),
  courtRow(9, { CNT_ORDER: '', STP_TYPE_DESCR: 'DECEASED', CYC_ORDER: '', OFFENSE_DESCR: '', DISP_DESCR: '' }),
];

test('rows become cycles, steps and counts', () => {
  const { cycles } = buildHistory(rows);
  expect(cycles.map(({ order, steps }) => [order, steps.map((step) => [step.kind, step.order])])).toEqual([
    [
      '101',
      [
        ['arrest', '101001'],
        ['court', '101002'],
      ],
    ],
    ['102', [['court', '102001']]],
    ['', [['deceased', '']]],
  ]);
  const court = cycles[0]?.steps[1];
  expect(court?.counts.map(({ order, rows: own }) => [order, own.map(({ line }) => line)])).toEqual([
    ['101002001000', [3, 4]],
    ['101002002000', [5]],
  ]);
  expect(court?.agency.county).toBe('SACRAMENTO');
  expect(cycles[1]?.date).toEqual({ earliest: '2005-01-01', latest: '2005-12-31' });
});

test('the rows may come in any order', () => {
  const expected = buildHistory(rows);
  fc.assert(
    fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length }), (shuffled) => {
      expect(buildHistory(shuffled)).toEqual(expected);
    }),
  );
});

test('rows that were stored give the same history', () => {
  const stored = kept(rows);
  const { cycles, convictions } = buildHistory(rows);
  const again = buildHistory(stored);
  const withoutRows = (value: unknown) =>
    JSON.stringify(value, (key, held: unknown) => (key === 'rows' ? undefined : held));
  expect(withoutRows(again.cycles)).toBe(withoutRows(cycles));
  expect(again.convictions.map(({ key }) => key)).toEqual(convictions.map(({ key }) => key));
  expect(canonicalHistory(stored)).toBe(canonicalHistory(kept(stored)));
});

describe('convictions', () => {
  const convictionsOf = (...some: HistoryRow[]) => buildHistory(some).convictions;

  test('are counts of court steps, with a key that says which', () => {
    const convictions = buildHistory(rows).convictions;
    expect(convictions.map(({ key }) => key)).toEqual(['99F01234|001|11359 HS|19990301', '05M1|001|11359 HS|20050600']);
    expect(convictions[1]?.date).toEqual({ earliest: '2005-06-01', latest: '2005-06-30' });
  });

  test('that share a key are told apart by their order', () => {
    const [first, second] = convictionsOf(
      courtRow(1, { OFN: '' }),
      courtRow(2, { OFN: '', CNT_ORDER: '101003001000' }),
    );
    expect([first?.key, second?.key]).toEqual(['|001|11359 HS|19990301', '|001|11359 HS|19990301#2']);
    expect(second?.mayRepeat).toBe(first);
  });

  test('keep their date and key when a later row relieves them', () => {
    const relief = courtRow(2, { DISP_DESCR: 'CONV SET ASIDE & DISM PER 1203.4 PC', STP_EVENT_DATE: '20100101' });
    const [conviction] = convictionsOf(courtRow(1), relief);
    expect(conviction?.key).toBe('99F01234|001|11359 HS|19990301');
    expect(conviction?.count.dispositions.map(({ kind }) => kind)).toEqual(['convicted', 'relieved']);
    expect(conviction?.count.disposition.cell).toEqual({ line: 1, column: 'DISP_DESCR' });
  });

  test('are not made by an arrest or a dismissal', () => {
    expect(convictionsOf(courtRow(1, { STP_TYPE_DESCR: 'ARREST/DETAINED/CITED', DISP_DESCR: '' }))).toEqual([]);
    expect(convictionsOf(courtRow(1, { DISP_DESCR: 'DISMISSED' }))).toEqual([]);
  });

  test('are known by their reduction where the file has no more, and not twice where it has', () => {
    const reduction = { DISP_DESCR: 'REDUCED TO MISD PER 17(B) PC' };
    expect(convictionsOf(courtRow(1, reduction))).toHaveLength(1);
    expect(convictionsOf(courtRow(1), courtRow(2, { ...reduction, CNT_ORDER: '101003001000' }))).toHaveLength(1);
  });

  test('are of what was pleaded to, and the charge is kept', () => {
    const plea = { CONV_OFFENSE_DESCR: '11357(B) HS-POSS MARIJUANA' };
    const [conviction] = convictionsOf(courtRow(1, plea));
    expect(conviction?.count.offense.references.map(statuteText)).toEqual(['HS 11357(b)']);
    expect(conviction?.count.charged.references.map(statuteText)).toEqual(['HS 11359']);
    expect(conviction?.key).toContain('|11357(B) HS|');
  });

  test('have the charge of their first row that names one', () => {
    const [conviction] = convictionsOf(courtRow(1, { OFFENSE_DESCR: '' }), courtRow(2));
    expect(conviction?.count.charged.cell).toEqual({ line: 2, column: 'OFFENSE_DESCR' });
  });

  test('take the case number of their step where their own rows have none', () => {
    const [conviction] = convictionsOf(
      courtRow(1, { OFN: 'NULL  ' }),
      courtRow(2, { CNT_ORDER: '101002002000', DISP_DESCR: 'DISMISSED' }),
    );
    expect(conviction?.caseNumber).toBe('99F01234');
  });
});

describe('a court count whose disposition is blank or in no dictionary', () => {
  const found = (...some: HistoryRow[]) => buildHistory(some).convictions.map(({ certain, key }) => [key, certain]);
  const key = '99F01234|001|11359 HS|19990301';
  const unheard = { DISP_DESCR: 'DISPO 47B' };
  const second = { CNT_ORDER: '101003001000', STP_EVENT_DATE: '20010101' };

  test.each(['DISPO 47B', '', '  -  '])('may be a conviction: %j', (disposition) => {
    expect(found(courtRow(1, { DISP_DESCR: disposition }))).toEqual([[key, false]]);
  });

  test('keeps its key when the dictionary learns the wording', () => {
    const dispositions = readDispositions([{ wording: 'DISPO 47B', kind: 'convicted' }]);
    const twice = [courtRow(1, unheard), courtRow(2, { CNT_ORDER: '101003001000', ...unheard, OFN: '' })];
    const [before, after] = [buildHistory(twice), buildHistory(twice, dispositions)];
    expect(after.convictions.map((one) => one.certain)).toEqual([true, true]);
    expect(after.convictions.map((one) => one.key)).toEqual(before.convictions.map((one) => one.key));
  });

  test('does not change the keys of the convictions beside it', () => {
    const rows = [courtRow(1, unheard), courtRow(2, { CNT_ORDER: '101003001000', OFFENSE_DESCR: '11359 HS-OTHER' })];
    expect(found(courtRow(1, { DISP_DESCR: 'DISMISSED' }), ...rows.slice(1))).toEqual([[`${key}#2`, true]]);
  });

  test.each([
    ['CONVICTED', true],
    ['REDUCED TO MISD PER 17(B) PC', true],
    ['PROBATION REVOKED', false],
    ['PENDING', false],
  ])('is settled, or not, by a later row that says %j', (later, certain) => {
    expect(found(courtRow(1, unheard), courtRow(2, { DISP_DESCR: later }))).toEqual([[key, certain]]);
  });

  test.each(['DISMISSED', 'ACQUITTED', 'CONV SET ASIDE & DISM PER 1203.4 PC'])('is none after %j', (later) => {
    expect(found(courtRow(1, unheard), courtRow(2, { DISP_DESCR: later }))).toEqual([]);
    expect(found(courtRow(1, unheard), courtRow(2, { ...second, DISP_DESCR: later }))).toEqual([]);
  });

  test('may still be one where what came before it does not settle it', () => {
    expect(found(courtRow(1, { DISP_DESCR: 'PENDING' }), courtRow(2, unheard))).toEqual([[key, false]]);
    expect(found(courtRow(1, { DISP_DESCR: 'DISMISSED' }), courtRow(2, { ...second, ...unheard }))).toHaveLength(1);
  });

  test('may be what another count of its case says was reduced', () => {
    const other = '99F01234|002|11359 HS|19990301';
    const reduced = courtRow(2, { CNT_ORDER: '101002002000', DISP_DESCR: 'REDUCED TO MISD PER 17(B) PC' });
    expect(found(courtRow(1, unheard), reduced)).toEqual([
      [key, false],
      [other, false],
    ]);
    expect(found(courtRow(1, { DISP_DESCR: 'DISMISSED' }), reduced)).toEqual([[other, true]]);
    expect(found(courtRow(1), reduced)).toEqual([[key, true]]);
  });

  test('is the conviction that a later step of the same case has, and not another one', () => {
    expect(found(courtRow(1, unheard), courtRow(2, second))).toEqual([['99F01234|001|11359 HS|20010101', true]]);
    expect(found(courtRow(1), courtRow(2, { ...second, ...unheard }))).toEqual([[key, true]]);
  });

  test('stands by itself where the case, the number or the section is another, or not given', () => {
    for (const other of [{ OFN: 'X' }, { OFN: '' }, { CNT_ORDER: '101003002000' }, { OFFENSE_DESCR: '459 PC' }]) {
      const rows = [courtRow(1, { ...unheard, ...('OFN' in other && other.OFN === '' ? other : {}) })];
      expect(found(...rows, courtRow(2, { ...second, ...other })).map(([, certain]) => certain)).toEqual([false, true]);
    }
  });
});

test('a county has to look at its own convictions, and at those of a court whose county is not given', () => {
  const [own] = buildHistory([courtRow(1)]).convictions;
  const [unsaid] = buildHistory([courtRow(1, { STP_ORI_CNTY_NAME: ' - ' })]).convictions;
  if (!own || !unsaid) throw new RangeError('no conviction');
  expect([concernsCounty(own, ' Sacramento '), concernsCounty(own, 'YOLO')]).toEqual([true, false]);
  expect([concernsCounty(unsaid, 'SACRAMENTO'), concernsCounty(unsaid, 'YOLO')]).toEqual([true, true]);
});

describe('the canonical text of a history', () => {
  test('does not depend on lines, on record numbers, or on where in the file the counts stand', () => {
    const elsewhere = [...rows].reverse().map((row, index) => ({
      line: 1000 + (row.line === 3 ? 1 : row.line === 4 ? 2 : index * 10 + 10),
      cells: row.cells.with(COLUMN.RECORD_ID, String(index)).with(COLUMN.SUBJECT_ID, '9'),
    }));
    expect(canonicalOf(elsewhere)).toBe(canonicalOf(rows));
  });

  test('changes with any cell that is kept, and with the order of the rows of a count', () => {
    const [first, second] = [courtRow(1, { SENT_LENGTH: '1' }), courtRow(2, { SENT_LENGTH: '2' })];
    const text = canonicalOf([first, second]);
    expect(canonicalOf([{ ...first, line: 3 }, second])).not.toBe(text);
    expect(canonicalOf([first, courtRow(2, { SENT_LENGTH: '3' })])).not.toBe(text);
    expect(text).not.toContain('DOE');
  });
});

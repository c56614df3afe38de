import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { presetNamed } from '@clearance/eligibility';
import { COLUMN, COLUMNS, exactLine, localDate, type ColumnName } from '@clearance/record';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { evaluateFiles } from './evaluate-files.ts';
import { StandardDialect } from './standard-dialect.ts';

const folder = mkdtempSync(join(tmpdir(), 'clearance-unread-'));
afterAll(() => rmSync(folder, { recursive: true }));
const progress = { begin: () => undefined, read: () => undefined, again: () => undefined };
let runs = 0;

type Cells = Partial<Record<ColumnName, string>>;
type Row = Readonly<Record<string, string>>;

/** One conviction of the person with this number. */
function lineOf(person: number, cells: Cells = {}): string {
  const all = COLUMNS.map(() => '');
  const whole: Cells = {
    ...{
      RECORD_ID: '1',
      SUBJECT_ID: `70${person}`,
      REQ_CII_NUMBER: `A4470000${person}`,
      CII_NUMBER: `A4470000${person}`,
    },
    ...{
      PRI_NAME: 'POE, ANN',
      PRI_DOB: '19600101',
      CYC_ORDER: '101',
      STP_EVENT_DATE: '19950505',
      OFN: `TU95${person}`,
    },
    ...{ STP_TYPE_DESCR: 'COURT ACTION', STP_ORI_DESCR: 'CASC TUOLUMNE', STP_ORI_CNTY_NAME: 'TUOLUMNE' },
    ...{ CNT_ORDER: '101001001000', OFFENSE_DESCR: '11359 HS', DISP_DESCR: 'CONVICTED', CONV_STAT_DESCR: 'FELONY' },
    ...cells,
  };
  for (const [name, value] of Object.entries(whole)) all[COLUMN[name as ColumnName]] = value;
  return exactLine(all);
}

/** How a row of a person is spoilt, and whose it is then said to be. */
const damages: Readonly<Record<string, (person: number) => readonly [line: string, whose: readonly string[]]>> = {
  'a number as a spreadsheet rewrites it': (person) => [
    lineOf(person, { CNT_ORDER: '1.02E+11' }),
    [`••••000${person}`],
  ],
  'a cell over two lines': (person) => {
    const [before, behind] = lineOf(person, { CNT_ORDER: '102001001000', COMMENT_TEXT: '|' }).split('|');
    return [`${before}"SEE THE\nMINUTES OF\n3 JUNE"${behind}`, new Array<string>(3).fill(`••••000${person}`)];
  },
  '94 cells': (person) => [lineOf(person, { CNT_ORDER: '102001001000' }).replace(/,$/, ''), [`••••000${person}`]],
  'no identifier, but the number of the file': (person) => [
    lineOf(person, { CNT_ORDER: '102001001000', CII_NUMBER: '', REQ_CII_NUMBER: '' }),
    [`SUBJECT_ID 70${person}`],
  ],
};

async function evaluated(lines: readonly string[], stretch = 4_000_000) {
  const path = join(folder, `in-${++runs}.dat`);
  const out = join(folder, `out-${runs}`);
  writeFileSync(path, `${COLUMNS.join(',')}\n${lines.join('\n')}\n`);
  const policy = presetNamed('prop64-dismiss-all');
  if (!policy) throw new RangeError('no such policy');
  const dialect = new StandardDialect(policy, { county: 'TUOLUMNE', asOf: localDate('2020-02-13') });
  const counts = await evaluateFiles(dialect, { inputs: [path], out, progress, stretch });
  const table = (name: string): Row[] => parse(readFileSync(join(out, name), 'utf8'), { columns: true });
  const outcomes = table('All_Results.csv').flatMap((row) => {
    const outcome = Object.entries(row).find(([name]) => name.toLowerCase() === 'outcome')?.[1];
    return outcome ? [`${row['OFN'] ?? ''} ${outcome}`] : [];
  });
  return { counts, outcomes, whose: table('rejected.csv').map((row) => row['person']) };
}

const people = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** All in one, and so small that the rows of a person are in several. */
const stretches = fc.constantFrom(4_000_000, 800);

test.each(Object.keys(damages))('a row with %s holds back relief, wherever in the file it stands', async (name) => {
  const damage = damages[name];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...people), fc.nat(people.length), stretches, async (person, place, stretch) => {
      const [spoilt, whose] = damage?.(person) ?? ['', []];
      const lines = people.map((one) => lineOf(one));
      const result = await evaluated(lines.toSpliced(place, 0, spoilt), stretch);
      expect(result.outcomes).toEqual(people.map((one) => `TU95${one} ${one === person ? 'needs_review' : 'dismiss'}`));
      expect(result.whose).toEqual(whose);
      expect(result.counts.unassigned).toBe(0);
    }),
    { numRuns: 20 },
  );
});

test('a row of which nobody can tell whose it is is counted, and holds back nobody', async () => {
  const { counts, outcomes, whose } = await evaluated([lineOf(1), 'SOMETHING,ELSE', lineOf(2)]);
  expect(outcomes).toEqual(['TU951 dismiss', 'TU952 dismiss']);
  expect([counts.rejected, counts.unassigned, whose]).toEqual([1, 1, ['']]);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { presetNamed, type Policy } from '@clearance/eligibility';
import { COLUMN, exactLine, localDate, WIDTH, type ColumnName } from '@clearance/record';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { evaluateFiles } from './evaluate-files.ts';
import { StandardDialect } from './standard-dialect.ts';

const folder = mkdtempSync(join(tmpdir(), 'clearance-whose-'));
afterAll(() => rmSync(folder, { recursive: true }));
const progress = { begin: () => undefined, read: () => undefined, again: () => undefined };
const county = 'YOLO';
let runs = 0;

type Cells = Partial<Record<ColumnName, string>>;

function row(cells: Cells): string {
  const all = new Array<string>(WIDTH).fill('');
  const usual: Cells = {
    ...{ PRI_DOB: '19600101', STP_TYPE_DESCR: 'COURT ACTION', STP_ORI_CNTY_NAME: county, CONV_STAT_DESCR: 'FELONY' },
    ...{ STP_ORI_DESCR: 'CASC YOLO', DISP_DESCR: 'CONVICTED-JAIL', END_OF_REC: 'EOR', ...cells },
  };
  for (const [name, value] of Object.entries(usual)) all[COLUMN[name as ColumnName]] = value;
  return exactLine(all);
}

const murder: Cells = { STP_EVENT_DATE: '19990201', OFN: 'CR99', OFFENSE_DESCR: '187(A) PC-MURDER' };
const sale: Cells = { STP_EVENT_DATE: '20050110', OFN: 'CR05', OFFENSE_DESCR: '11359 HS-SALE' };
/** A murder that stands in the way, the conviction itself, and one of somebody else. */
const cases: readonly Cells[] = [
  { ...murder, CNT_ORDER: '101001001000' },
  { ...sale, CNT_ORDER: '102001001000' },
  { ...sale, CNT_ORDER: '103001001000', OFN: 'CR06', STP_EVENT_DATE: '20060110' },
];
const own = (cells: Cells): Cells => ({ ...cells, CII_NUMBER: 'A80000001' });
const another: Cells = { ...sale, CNT_ORDER: '101001001000', OFN: 'CR07', CII_NUMBER: 'A80000002', SUBJECT_ID: '9' };

/** The outcome of each conviction by its case, and how many people there are. */
async function evaluated(rows: readonly Cells[], stretch: number) {
  const [path, out] = [join(folder, `in-${++runs}.dat`), join(folder, `out-${runs}`)];
  writeFileSync(path, `${rows.map(row).join('\n')}\n`);
  const dialect = new StandardDialect(presetNamed('la-2020') as Policy, { county, asOf: localDate('2020-02-13') });
  const counts = await evaluateFiles(dialect, { inputs: [path], out, progress, stretch });
  const all = parse<Record<string, string>>(readFileSync(join(out, 'All_Results.csv'), 'utf8'), { columns: true });
  const outcomes: Record<string, string | undefined> = {};
  for (const one of all) outcomes[one['OFN'] ?? ''] = one['outcome'];
  return { people: counts.people, outcomes };
}

test('a person with several numbers of the file, or an identifier in small letters, is one person', async () => {
  const expected = { CR99: '', CR05: 'not_eligible', CR06: 'not_eligible', CR07: 'dismiss' };
  const subject = fc.constantFrom('1', '2', '', ' 1 ');
  const identifier = fc.constantFrom('A80000001', 'a80000001', ' A80000001  ');
  const whose = fc.tuple(...cases.map(() => fc.record({ SUBJECT_ID: subject, CII_NUMBER: identifier })));
  await fc.assert(
    fc.asyncProperty(whose, fc.nat(3), fc.constantFrom(4_000_000, 300), async (cells, place, stretch) => {
      const rows = cases.map((one, index) => ({ ...own(one), ...cells[index] })).toSpliced(place, 0, another);
      const { outcomes, people } = await evaluated(rows, stretch);
      expect(people).toBe(2);
      expect(outcomes).toEqual(expected);
    }),
    { numRuns: 60, seed: 6962 },
  );
});

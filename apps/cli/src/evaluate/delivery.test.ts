import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isBalanced, presetNamed, type Balance, type Policy } from '@clearance/eligibility';
import { COLUMN, COLUMNS, generateCounty, localDate, sectionsIn, WIDTH, type ColumnName } from '@clearance/record';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluateFiles } from './evaluate-files.ts';
import { filesGiven } from './given-files.ts';
import { StandardDialect } from './standard-dialect.ts';

const folder = mkdtempSync(join(tmpdir(), 'clearance-delivery-'));
afterAll(() => rmSync(folder, { recursive: true }));
const progress = { begin: () => undefined, read: () => undefined, again: () => undefined };
const county = 'YOLO';
const asOf = localDate('2020-02-13');
const policy = presetNamed('la-2020') as Policy;
let runs = 0;

type Row = Record<string, string>;

function fileOf(lines: readonly string[], name = `input${++runs}x.dat`): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

async function evaluated(inputs: readonly string[], stretch?: number, despiteParts = false) {
  const out = join(folder, `out-${++runs}`);
  const dialect = new StandardDialect(policy, { county, asOf });
  const counts = await evaluateFiles(dialect, { inputs, out, progress, despiteParts, ...(stretch ? { stretch } : {}) });
  const table = (name: string) => parse<Row>(readFileSync(join(out, name), 'utf8'), { columns: true });
  const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as { balance: Balance };
  return {
    counts,
    all: table('All_Results.csv'),
    outside: table('outside.csv'),
    rejected: table('rejected.csv'),
    balance: summary.balance,
  };
}

function row(cells: Partial<Record<ColumnName, string>>): string {
  const all = new Array<string>(WIDTH).fill('');
  const usual = { SUBJECT_ID: '1', CII_NUMBER: 'A80000001', PRI_DOB: '19600101', STP_TYPE_DESCR: 'COURT ACTION' };
  const court = { STP_ORI_CNTY_NAME: county, STP_ORI_DESCR: 'CASC YOLO', CONV_STAT_DESCR: 'FELONY', END_OF_REC: 'EOR' };
  for (const [name, value] of Object.entries({ ...usual, ...court, DISP_DESCR: 'CONVICTED-JAIL', ...cells })) {
    all[COLUMN[name as ColumnName]] = value;
  }
  return all.join(',');
}

const murder = {
  CNT_ORDER: '101001001000',
  STP_EVENT_DATE: '19990201',
  OFN: 'CR99',
  OFFENSE_DESCR: '187(A) PC-MURDER',
};
const sale = { CNT_ORDER: '102001001000', STP_EVENT_DATE: '20050110', OFN: 'CR05', OFFENSE_DESCR: '11359 HS-SALE' };

describe('a delivery of several files', () => {
  test('is about the same people: what one file says counts in the other', async () => {
    const first = fileOf([row(murder)]);
    const second = fileOf([row({ ...sale, SUBJECT_ID: '77' })]);
    for (const inputs of [
      [first, second],
      [second, first],
    ]) {
      const { all, counts } = await evaluated(inputs);
      expect(counts).toMatchObject({ accepted: 2, people: 1 });
      expect(all.find(({ OFN }) => OFN === 'CR05')?.['outcome']).toBe('not_eligible');
    }
    expect((await evaluated([second])).all[0]?.['outcome']).toBe('dismiss');
  });

  test('says the file and the line in it, wherever it names a line', async () => {
    const first = fileOf([COLUMNS.join(','), row({ ...murder, CII_NUMBER: 'A80000002' }), 'not a row']);
    const second = fileOf(['', row({ ...sale, DISP_DESCR: 'SEE MINUTE ORDER' }), 'nor this', row({ ...murder })]);
    const { all, outside, rejected } = await evaluated([first, second]);
    expect(rejected.map(({ file, line }) => [file, line])).toEqual([
      [first, '3'],
      [second, '3'],
    ]);
    expect(outside.map(({ cii_last4, file, line }) => [file, line, cii_last4])).toEqual([
      [first, '2', '0002'],
      [second, '4', '0001'],
    ]);
    expect(all.find(({ OFN }) => OFN === 'CR05')?.['unknown facts']).toContain(`(${second}:2:DISP_DESCR)`);
  });

  test('a row that could not be read holds relief back, also where the person is in another file', async () => {
    const first = fileOf([row({ ...murder, CII_NUMBER: 'A80000002', SUBJECT_ID: '5' }), `${row(murder)},,`]);
    const second = fileOf([row({ ...sale, SUBJECT_ID: '5' })]);
    const { all } = await evaluated([first, second]);
    expect(all.find(({ OFN }) => OFN === 'CR05')?.['outcome']).toBe('needs_review');
  });

  test('a number of the person counts within its file only', async () => {
    const unnamed = row({ ...murder, CII_NUMBER: '', SUBJECT_ID: '5' });
    const first = fileOf([row({ ...murder, CII_NUMBER: 'A80000002', SUBJECT_ID: '5' }), unnamed]);
    // One person is in both files, so that all are read together.
    const both = row({ ...murder, CII_NUMBER: 'A80000002', SUBJECT_ID: '6', CNT_ORDER: '103001001000' });
    const second = fileOf([row({ ...sale, SUBJECT_ID: '5' }), both]);
    const { all } = await evaluated([first, second]);
    expect(all.find(({ OFN }) => OFN === 'CR05')?.['outcome']).toBe('dismiss');
  });

  test('says of a file that was cut anywhere what it says of the whole', async () => {
    const { parts } = generateCounty({ county, rows: 2000, seed: 11, asOf, dirtyRate: 0.02 });
    const lines = Buffer.concat([...parts].map(({ bytes }) => bytes))
      .toString('latin1')
      .split('\n')
      .slice(0, -1);
    const whole = await evaluated([fileOf(lines)]);
    const said = (rows: readonly Row[]) => rows.map(({ outcome, rule }) => [outcome, rule]);
    for (const [cut, second, stretch] of [
      [700, 1400, undefined],
      [701, 702, 40_000],
    ] as const) {
      const inputs = [lines.slice(0, cut), lines.slice(cut, second), lines.slice(second)].map((some) => fileOf(some));
      const several = await evaluated(inputs, stretch);
      expect(said(several.all)).toEqual(said(whole.all));
      expect(several.balance).toEqual(whole.balance);
      expect(several.counts.people).toBe(whole.counts.people);
      expect(several.outside.map(({ reason }) => reason)).toEqual(whole.outside.map(({ reason }) => reason));
    }
  });
});

describe('files that are no whole delivery', () => {
  const header = COLUMNS.join(',');
  const evaluatedIn = async (inputs: readonly string[]) => evaluated((await filesGiven(inputs)).paths);

  test('the same file twice is refused', async () => {
    const [first, again] = [fileOf([row(sale)]), fileOf([row(sale)])];
    await expect(evaluated([first, again])).rejects.toThrow(`${again} is the same file as ${first}: give it once`);
  });

  test('the same rows under other bytes count once, and so do rows in common', async () => {
    const other = { ...sale, OFN: 'CR06', CNT_ORDER: '103001001000', STP_EVENT_DATE: '20060110' };
    const rows = [sale, { ...sale, SENT_LENGTH: '030', SENT_TIME_CODE: 'D' }, other];
    const first = fileOf(rows.map((cells) => row(cells)));
    const again = fileOf([header, ...rows.map((cells) => `${row({ ...cells, SUBJECT_ID: '9' })}\r`)]);
    const once = await evaluated([first]);
    const twice = await evaluated([again, first]);
    expect(twice.counts.repeated).toBe(3);
    expect(twice.balance.determination).toBe(once.balance.determination);
    expect(twice.balance.outside).toEqual({ ...once.balance.outside, same_row: 3 });
    expect(isBalanced(twice.balance)).toBe(true);
    const common = await evaluated([fileOf([row(sale)]), fileOf([header, row(sale), row(other)])], undefined, true);
    expect(common.counts.repeated).toBe(1);
    expect(common.balance).toMatchObject({ determination: 2, outside: { same_row: 1 } });
  });

  test('a part that is missing by the names is asked about first', async () => {
    const [one, three] = [fileOf([row(sale)], 'yolo 1 of 3.dat'), fileOf([row(murder)], 'yolo 3 of 3.dat')];
    await expect(evaluated([one, three])).rejects.toThrow(/part 2 of 3 of the delivery is missing.*--despite-parts/);
    expect((await evaluated([one, three], undefined, true)).counts.accepted).toBe(2);
  });

  test('files that do not agree on a header are asked about first, unless the first alone has it', async () => {
    const [bare, headed] = [fileOf([row(sale)]), fileOf([header, row(murder)])];
    await expect(evaluated([bare, headed])).rejects.toThrow(/names of the columns/);
    expect((await evaluated([headed, bare])).counts.accepted).toBe(2);
  });

  test('a folder is its files by number, and says what was passed over', async () => {
    const inside = join(folder, 'given');
    mkdirSync(inside);
    for (const number of [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) {
      fileOf([row({ ...sale, CII_NUMBER: `A8000001${number % 10}` })], `given/yolo_part${number}.dat`);
    }
    fileOf(['Dear county,'], 'given/letter.txt');
    fileOf([row(sale)], 'given/.hidden.dat');
    const { paths, skipped } = await filesGiven([inside]);
    expect(paths.map((path) => basename(path))).toEqual(
      Array.from({ length: 10 }, (_, index) => `yolo_part${index + 1}.dat`),
    );
    expect(skipped.map((path) => basename(path))).toEqual(['letter.txt']);
    expect((await evaluatedIn([inside])).counts.people).toBe(10);
  });

  test('a damaged file among those of its kind is not passed over', async () => {
    const inside = join(folder, 'damaged');
    mkdirSync(inside);
    fileOf([row(sale)], 'damaged/yolo_part1.dat');
    fileOf([`${row(murder)},,,`], 'damaged/yolo_part2.dat');
    await expect(filesGiven([inside])).rejects.toThrow(/yolo_part2\.dat/);
  });

  test('a folder without a file of the state is a mistake', async () => {
    const inside = join(folder, 'letters');
    mkdirSync(inside);
    fileOf(['Dear county,'], 'letters/letter.txt');
    await expect(filesGiven([inside])).rejects.toThrow(/no file of .*letters is a criminal-history file/);
  });
});

describe('the balance', () => {
  test.each([
    ['together', {}],
    ['apart', { scatter: true }],
  ])('reconciles with the files that are written, the rows of a person %s', async (_name, options) => {
    const { parts } = generateCounty({ county, rows: 3000, seed: 12, asOf, dirtyRate: 0.03, ...options });
    const path = join(folder, `input-${++runs}.dat`);
    writeFileSync(path, Buffer.concat([...parts].map(({ bytes }) => bytes)));
    const { all, balance, outside, rejected } = await evaluated([path], 100_000);
    expect(isBalanced(balance)).toBe(true);
    const answered = all.filter(({ outcome }) => outcome !== '' && outcome !== 'out_of_scope');
    expect(balance.determination).toBe(answered.filter(({ outcome }) => outcome !== 'needs_review').length);
    expect(balance.needsReview).toBe(answered.filter(({ outcome }) => outcome === 'needs_review').length);
    expect(balance.unexplained).toBe(outside.filter(({ became }) => became === 'needs_review').length);
    expect(balance.rows).toBe(answered.length + outside.length + rejected.length);
    // Counted anew, from the rows as they were given back.
    const isAccountable = (one: Row) =>
      (one['STP_TYPE_DESCR'] === 'COURT ACTION' && (one['DISP_DESCR'] ?? '').trim().startsWith('CONVICTED')) ||
      ['OFFENSE_DESCR', 'COMMENT_TEXT', 'CONV_OFFENSE_DESCR'].some(
        (name) => sectionsIn(one[name] ?? '', ['11357', '11358', '11359', '11360']).length > 0,
      );
    const accounted = new Set(outside.map(({ line }) => Number(line)));
    const lost = all.filter((one) => {
      const line = Number(one['RECORD_ID']) + 1;
      return isAccountable(one) && (one['outcome'] ?? '') === '' && !accounted.has(line);
    });
    expect(all.filter(isAccountable).length).toBeGreaterThan(300);
    expect(lost).toEqual([]);
  });
});

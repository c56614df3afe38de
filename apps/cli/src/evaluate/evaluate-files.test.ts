import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bearDefaults,
  bearFlow,
  compatCells,
  compatHeaders,
  compatRow,
  laPilotFlow,
  presetNamed,
} from '@clearance/eligibility';
import type { CompatFlow } from '@clearance/eligibility';
import { COLUMN, COLUMNS, generateCounty, localDate } from '@clearance/record';
import type { SyntheticOptions } from '@clearance/record';
import { afterAll, describe, expect, test } from 'vitest';
import { CompatDialect } from './compat-dialect.ts';
import { evaluateFiles } from './evaluate-files.ts';
import { StandardDialect } from './standard-dialect.ts';

const folder = mkdtempSync(join(tmpdir(), 'clearance-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const county = 'LOS ANGELES';
const asOf = localDate('2020-02-13');
const pilot = laPilotFlow({}, asOf);
const bear = bearFlow(
  { ...bearDefaults, baselineEligibility: { dismiss: ['11357'], reduce: ['11359', '11358'] } },
  county,
  asOf,
);
const progress = { begin: () => undefined, read: () => undefined, again: () => undefined };
let runs = 0;

function synthetic(options: Partial<SyntheticOptions> = {}): string {
  const { parts } = generateCounty({ county, rows: 3000, seed: 5, asOf, ...options });
  return fileOf(Buffer.concat([...parts].map(({ bytes }) => bytes)));
}

function fileOf(content: string | Uint8Array): string {
  const path = join(folder, `input-${++runs}.dat`);
  writeFileSync(path, content);
  return path;
}

async function evaluated(flow: CompatFlow, ...inputs: string[]) {
  const out = join(folder, `out-${++runs}`);
  const counts = await evaluateFiles(new CompatDialect(flow), { inputs, out, progress });
  return { ...resultsIn(out), counts };
}

function resultsIn(out: string) {
  const text = (name: string) => readFileSync(join(out, name), 'utf8');
  return {
    out,
    text,
    all: cellsOf(text('All_Results.csv')),
    condensed: cellsOf(text('All_Results_Condensed.csv')),
    prop64: cellsOf(text('Prop64_Results.csv')),
    rejected: cellsOf(text('rejected.csv')),
    summary: JSON.parse(text('summary.json')) as Record<string, unknown>,
  };
}

/** Reads CSV (RFC 4180) without the product's own code. */
function cellsOf(text: string): string[][] {
  const table: string[][] = [[]];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    table.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\n') table.push([]);
    if (end === '') break;
  }
  return table.slice(0, -1);
}

/** The added cells of every row, by the functions that evaluate one person. */
function expectedCells(rows: readonly string[][], flow: CompatFlow): string[][] {
  const people = Map.groupBy(rows.keys(), (index) => rows[index]?.[COLUMN.SUBJECT_ID] ?? '');
  const cells: string[][] = [];
  for (const indexes of people.values()) {
    const own = compatCells(
      indexes.map((index) => compatRow(rows[index] ?? [])),
      flow,
    );
    own.forEach((added, place) => (cells[indexes[place] ?? 0] = added));
  }
  return cells;
}

describe('evaluating files as the old tools did', () => {
  test.each([
    ['together', {}],
    ['apart', { scatter: true }],
    ['together, without a header', { header: false }],
  ])('writes every row in its place with the cells of both tools, the rows of a person %s', async (_, options) => {
    const input = synthetic(options);
    const lines = readFileSync(input, 'utf8').split('\n');
    for (const flow of [bear, pilot]) {
      const { all, prop64, counts } = await evaluated(flow, input);
      const own = all.slice(1).map((row) => row.slice(0, COLUMNS.length));
      expect(all[0]).toEqual([...COLUMNS, ...compatHeaders(flow)]);
      expect(own).toEqual(lines.slice('header' in options ? 0 : 1, -1).map((line) => cellsOf(`${line}\n`)[0]));
      expect(all.slice(1).map((row) => row.slice(COLUMNS.length))).toEqual(expectedCells(own, flow));
      expect(prop64).toEqual(all.filter((row, index) => index === 0 || row.at(-6) !== ''));
      expect(counts).toMatchObject({ accepted: 3000, rejected: 0 });
    }
  });

  test('writes the same bytes whichever way the rows stand, when put back in order', async () => {
    const together = await evaluated(bear, synthetic({ scatter: false }));
    const lines = readFileSync(synthetic({ scatter: false }), 'utf8')
      .trimEnd()
      .split('\n');
    const [header = '', ...rows] = lines;
    // A stable shuffle: the rows of each person keep their order.
    const apart = [...rows.filter((_, index) => index % 2 === 0), ...rows.filter((_, index) => index % 2 === 1)];
    const subjectOf = (line: string) => cellsOf(`${line}\n`)[0]?.[COLUMN.SUBJECT_ID] ?? '';
    const queues = Map.groupBy(rows, subjectOf);
    const dealt = apart.map((line) => queues.get(subjectOf(line))?.shift() ?? '');
    const scattered = await evaluated(bear, fileOf(`${[header, ...dealt].join('\n')}\n`));
    const sorted = ({ all }: { all: string[][] }) => all.slice(1).sort((a, b) => Number(a[0]) - Number(b[0]));
    expect(sorted(scattered)).toEqual(sorted(together));
    expect({ ...scattered.summary, processingTimeInSeconds: 0 }).toEqual({
      ...together.summary,
      processingTimeInSeconds: 0,
    });
  });

  test('condenses twenty columns in the order of the old file', async () => {
    const { all, condensed } = await evaluated(pilot, synthetic());
    const names = condensed[0]?.slice(0, 20) ?? [];
    expect(names.join(' ')).toBe(
      'CII_NUMBER PRI_NAME GENDER PRI_DOB RACE_DESCR CYC_DATE STP_EVENT_DATE STP_ORI_DESCR STP_ORI_CNTY_NAME DISP_DATE ' +
        'OFN OFFENSE_DESCR DISP_DESCR CONV_STAT_DESCR SENT_LOC_DESCR SENT_LENGTH SENT_TIME_CODE CYC_AGE COMMENT_TEXT END_OF_REC',
    );
    const indexes = names.map((name) => COLUMNS.findIndex((column) => column === name));
    expect(condensed).toEqual(all.map((row) => [...indexes.map((index) => row[index]), ...row.slice(COLUMNS.length)]));
  });

  test('quotes only what must be quoted, in UTF-8, and lets what a spreadsheet would calculate stand', async () => {
    const cells: string[] = COLUMNS.map(() => '');
    cells[COLUMN.SUBJECT_ID] = '1';
    cells[COLUMN.CNT_ORDER] = '101001001000';
    cells[COLUMN.PRI_NAME] = '"PE\xd1A"';
    cells[COLUMN.OFN] = '=1+1';
    cells[COLUMN.COMMENT_TEXT] = '"SAID ""NO"", THEN 11357"';
    cells[COLUMN.OFFENSE_DESCR] = '459 PC';
    const { all, text } = await evaluated(bear, fileOf(Buffer.from(`${cells.join(',')}\r\n`, 'latin1')));
    const [, line = ''] = text('All_Results.csv').split('\n');
    expect(line).toContain(',PEÑA,');
    expect(line).toContain(',=1+1,');
    expect(line).toMatch(/,"SAID ""NO"", THEN 11357",(,){2}.*,"SAID ""NO"", THEN 11357",+$/);
    expect(all[1]?.[COLUMNS.length + 2]).toBe('SAID "NO", THEN 11357');
  });

  test('sets rows aside with their line, byte and reason, and never with their text', async () => {
    const { all, counts, rejected, summary } = await evaluated(bear, synthetic({ dirtyRate: 0.05 }));
    expect(counts.rejected).toBeGreaterThan(100);
    expect(counts.accepted + counts.rejected).toBe(3000);
    expect(rejected).toHaveLength(counts.rejected + 1);
    expect(rejected[0]).toEqual(['file', 'line', 'byte', 'reason', 'detail', 'person']);
    expect(new Set(rejected.slice(1).map((row) => row.length))).toEqual(new Set([6]));
    expect([all.length, summary['lineCount']]).toEqual([counts.accepted + 1, counts.accepted]);
  });

  test('puts several files one after another, and holds people of different files apart', async () => {
    const inputs = [synthetic({ seed: 5 }), synthetic({ seed: 6, scatter: true }), synthetic({ seed: 5 })];
    const alone = await Promise.all(inputs.map((input) => evaluated(bear, input)));
    const { all, summary } = await evaluated(bear, ...inputs);
    expect(all).toEqual([
      ...(alone[0]?.all ?? []),
      ...(alone[1]?.all.slice(1) ?? []),
      ...(alone[2]?.all.slice(1) ?? []),
    ]);
    const of = (key: string) => alone.map((each) => Number(each.summary[key])).reduce((a, b) => a + b);
    expect(summary['subjectsWithProp64ConvictionCountInCounty']).toBe(of('subjectsWithProp64ConvictionCountInCounty'));
    expect(summary['lineCount']).toBe(9000);
  });

  test('holds a person of very many rows, and one who has nothing but a registration', async () => {
    const line = readFileSync(synthetic(), 'utf8').split('\n')[1] ?? '';
    const cells = cellsOf(`${line}\n`)[0] ?? [];
    const many = Array.from({ length: 12_000 }, (_, index) =>
      cells
        .with(COLUMN.RECORD_ID, String(index))
        .with(COLUMN.PRI_NAME, 'X')
        .with(COLUMN.REQ_NAME, 'X')
        .with(COLUMN.CNT_ORDER, `101002${String(index % 999).padStart(3, '0')}000`)
        .with(COLUMN.STP_TYPE_DESCR, 'COURT ACTION')
        .with(COLUMN.OFFENSE_DESCR, '11358 HS-X')
        .with(COLUMN.DISP_DESCR, 'CONVICTED')
        .with(COLUMN.COMMENT_TEXT, '')
        .join(','),
    );
    const registered = cells.map((cell, index) =>
      index === COLUMN.SUBJECT_ID
        ? '9'
        : index === COLUMN.STP_TYPE_DESCR
          ? 'REGISTRATION'
          : /[,"]/.test(cell)
            ? ''
            : cell,
    );
    registered[COLUMN.CNT_ORDER] = '';
    const { all, prop64 } = await evaluated(bear, fileOf(`${[...many, registered.join(',')].join('\n')}\n`));
    expect(all).toHaveLength(12_002);
    expect(all.slice(1).map((row) => row.slice(COLUMNS.length))).toEqual(expectedCells(all.slice(1), bear));
    expect(prop64).toHaveLength(1000);
  });

  test('leaves nothing new behind where it fails, and what was there as it was', async () => {
    const out = join(folder, 'kept');
    const input = synthetic();
    await evaluateFiles(new CompatDialect(bear), { inputs: [input], out, progress });
    const before = readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]);
    const failing = new CompatDialect(bear);
    failing.summary = () => {
      throw new Error('planted');
    };
    await expect(evaluateFiles(failing, { inputs: [input], out, progress })).rejects.toThrow('planted');
    expect(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')])).toEqual(before);
  });
});

describe('evaluating files in the reading of the product', () => {
  const policy = presetNamed('prop64-dismiss-all');
  const standard = async (input: string) => {
    if (!policy) throw new RangeError('no such preset');
    const out = join(folder, `out-${++runs}`);
    await evaluateFiles(new StandardDialect(policy, { asOf, county }), { inputs: [input], out, progress });
    return resultsIn(out);
  };

  test.each([{ scatter: false }, { scatter: true }])('answers on the row of each conviction: %j', async (options) => {
    const { all, prop64, summary } = await standard(synthetic(options));
    expect(all).toHaveLength(3001);
    expect(all[0]?.slice(COLUMNS.length)).toEqual([
      'outcome',
      'rule',
      'reason',
      'agency',
      'order',
      'legal basis',
      'citation',
      'unknown facts',
      'flags',
    ]);
    const outcomes = Map.groupBy(prop64.slice(1), (row) => row[COLUMNS.length]);
    expect(outcomes.get('dismiss')?.length).toBeGreaterThan(50);
    expect(outcomes.get('dismiss')?.every((row) => row[COLUMN.STP_TYPE_DESCR] === 'COURT ACTION')).toBe(true);
    for (const row of outcomes.get('needs_review') ?? []) expect(row.join()).toMatch(/\d+:[A-Z_]+/);
    expect(summary['impact']).toMatchObject({
      convictions: prop64.length - 1,
      byOutcome: { dismiss: outcomes.get('dismiss')?.length },
    });
  });

  test('makes what a spreadsheet would calculate harmless', async () => {
    const [header = '', line = ''] = readFileSync(synthetic(), 'utf8').split('\n');
    const cells = (cellsOf(`${line}\n`)[0] ?? []).map((cell) => (/[,"]/.test(cell) ? 'X' : cell));
    cells[COLUMN.OFN] = '=1+1';
    cells[COLUMN.COMMENT_TEXT] = '@X';
    const { all, condensed } = await standard(fileOf(`${header}\n${cells.join(',')}\n`));
    expect([all[1]?.[COLUMN.OFN], all[1]?.[COLUMN.COMMENT_TEXT]]).toEqual(["'=1+1", "'@X"]);
    expect(condensed[1]?.slice(10, 20)).toEqual(expect.arrayContaining(["'=1+1", "'@X"]));
  });
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { localDate } from '@clearance/record';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { meets, type RowAnswer } from '../../testing/expectation.ts';
import { choosePolicy } from './choose-policy.ts';
import { evaluateFiles } from './evaluate-files.ts';
import { StandardDialect } from './standard-dialect.ts';

/** Small state files with the right answer for each person, kept beside the project; absent from a plain clone. */
const cases = resolve(import.meta.dirname, '../../../../../shared/cases');
const families = existsSync(cases) ? readdirSync(cases).filter((name) => /^\d\d-/.test(name)) : [];
/** Families that the reader does not get right yet. */
const open: readonly string[] = [
  '01-joined-forms',
  '02-qualifiers',
  '03-later-step',
  '04-step-kinds',
  '05-slips',
  '07-reported-twice',
  '08-violations',
  '09-plea-from-arrest',
  '10-suspended',
  '11-amended',
  '13-settled',
  '14-in-comment',
  '16-juvenile',
  '17-damaged',
  '19-two-spellings',
  '20-bail-forfeited',
  '34-agency-names',
];

interface FieldCase {
  readonly cii: string;
  readonly case_number: string;
  readonly policy: string;
  readonly as_of: string;
  readonly county: string;
  readonly expect: string;
  readonly why: string;
}

const folder = mkdtempSync(join(tmpdir(), 'clearance-cases-'));
afterAll(() => rmSync(folder, { recursive: true }));
const progress = { begin: () => undefined, read: () => undefined, again: () => undefined };

const tableOf = <Row>(path: string): Row[] => parse(readFileSync(path, 'utf8'), { columns: true, bom: true });

describe.skipIf(families.length === 0)('a case of the field', () => {
  test.each(families.filter((name) => !open.includes(name)))('%s is answered as an attorney would', async (family) => {
    const wrong: string[] = [];
    const inputs = ['in.dat', 'in2.dat'].map((name) => join(cases, family, name)).filter(existsSync);
    const expected = tableOf<FieldCase>(join(cases, family, 'expected.csv'));
    for (const group of Map.groupBy(expected, (one) => [one.policy, one.as_of, one.county].join('|')).values()) {
      const [{ as_of, county, policy }] = group as [FieldCase];
      const out = join(folder, `${family}-${policy}-${as_of}-${county}`);
      const dialect = new StandardDialect(choosePolicy(policy, county), { county, asOf: localDate(as_of) });
      await evaluateFiles(dialect, { inputs, out, progress });
      const rows = tableOf<Record<string, string>>(join(out, 'All_Results.csv'));
      for (const one of group) {
        const answers = rows
          .filter((row) => row['CII_NUMBER']?.trim() === one.cii && row['OFN']?.trim() === one.case_number)
          .map(answerOf);
        if (meets(one.expect, answers)) continue;
        const said = answers.map(({ flags, order, outcome }) => `${outcome}/${order}/${flags.join(' ')}`).join('; ');
        wrong.push(`${one.cii} ${one.case_number} ${policy}: wanted ${one.expect} (${one.why}), got ${said}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

function answerOf(row: Record<string, string>): RowAnswer {
  const cell = (name: string) =>
    (Object.entries(row).find(([header]) => header.toLowerCase() === name)?.[1] ?? '').trim();
  return {
    outcome: cell('outcome'),
    order: cell('order'),
    flags: cell('flags')
      .split(/[;,\s]+/)
      .filter(Boolean),
  };
}

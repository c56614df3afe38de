import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRow, PersonView } from '@clearance/contract';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { root, startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { COLUMN, exactLine } from '../../libs/record/src/index.ts';
import { splitCells } from '../../libs/record/src/reading/split-cells.ts';

interface Summary {
  readonly balance: {
    readonly rows: number;
    readonly determination: number;
    readonly needsReview: number;
    readonly unexplained: number;
    readonly outside: Readonly<Record<string, number>>;
    readonly rejected: Readonly<Record<string, number>>;
  };
}

const folder = mkdtempSync(join(tmpdir(), 'clearance-balance-'));
let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
const balanceOf = ({ balance }: ImportRow) => {
  if (!balance) throw new Error('The import has no balance.');
  return balance;
};
/** What the command line says of the same file, on the day on which the office counted it. */
async function byCommand(input: string, county: string, policy: string, asOf: string): Promise<Summary['balance']> {
  const args = [
    '--input',
    input,
    '--county',
    county,
    '--policy',
    policy,
    '--as-of',
    asOf,
    '--out',
    join(folder, county),
  ];
  const main = join(root, 'apps', 'cli', 'src', 'main.ts');
  await promisify(execFile)(process.execPath, ['--conditions=@clearance/source', main, 'evaluate', ...args]);
  return (JSON.parse(readFileSync(join(folder, county, 'summary.json'), 'utf8')) as Summary).balance;
}
const viewOf = async ({ people }: County<never>, { id }: ImportRow) =>
  (await people.admin.client.get<ImportRow>(`/api/imports/${id}`)).body;

describe('the rows of an import', () => {
  it.each(['prop64-dismiss-all', 'la-2020'])(
    'are each accounted for once, as the command line does: %s',
    async (policy) => {
      const name = policy === 'la-2020' ? 'SHASTA' : 'SISKIYOU';
      const county = await makeCounty(installation, { name });
      const { client } = county.people.admin;
      await publishPolicy(client, policy);
      const { path } = await sampleFile({ county: name, rows: 3_000, seed: 91, dirtyRate: 0.01 });
      const imported = await importFile(client, path);
      const balance = balanceOf(await viewOf(county, imported));
      const parts = [balance.determination, balance.needsReview, balance.unexplained, balance.rejected];
      expect(balance.rows).toBe(sum([...parts, ...balance.outside.map(({ count }) => count)]));
      expect(balance.rejected).toBeGreaterThan(10);
      const [counted] = await query<{ day: string }>(
        installation.database.superUrl,
        `SELECT as_of::text AS day FROM simulation WHERE county_id = $1 AND kind = 'impact'`,
        [county.id],
      );
      const told = await byCommand(path, name, policy, counted?.day ?? '');
      expect({
        ...{ rows: balance.rows, determination: balance.determination, needsReview: balance.needsReview },
        ...{ unexplained: balance.unexplained, rejected: balance.rejected },
        outside: Object.fromEntries(balance.outside.map(({ count, reason }) => [reason, count])),
      }).toEqual({ ...told, rejected: sum(Object.values(told.rejected)) });
    },
  );

  it('that no rule explains are named, with the line and the person', async () => {
    const county = await makeCounty(installation, { name: 'TRINITY', staff: { reviewer: ['reviewer'] } });
    const { admin, reviewer } = county.people;
    await publishPolicy(admin.client, 'prop64-dismiss-all');
    const { path } = await sampleFile({ county: 'TRINITY', rows: 600, seed: 17 });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    // A comment alone names a covered section: the offense of no row does.
    const at = lines.findIndex((line) => line.includes('COURT ACTION') && !/113[5-6]/.test(line));
    expect(at).toBeGreaterThan(0);
    const cells = splitCells(lines[at] ?? '');
    cells[COLUMN.COMMENT_TEXT] = 'ALSO PLED TO 11359 HS';
    lines[at] = exactLine(cells);
    const imported = await importFile(admin.client, { name: 'comment.dat', bytes: `${lines.join('\n')}\n` });
    const balance = balanceOf(await viewOf(county, imported));
    expect(balance.unexplained).toBe(balance.shown.length);
    const named = balance.shown.find(({ line }) => line === at + 1);
    expect(named).toMatchObject({ file: 'comment.dat' });
    expect(named?.section).toMatch(/11359/);
    const person = await reviewer.client.get<PersonView>(`/api/people/${named?.personId}`);
    expect(JSON.stringify(person.body)).toContain('ALSO PLED TO 11359 HS');
  });
});

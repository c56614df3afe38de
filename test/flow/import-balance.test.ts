import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRow, PersonView, UnexplainedRowView } from '@clearance/contract';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { listOf } from '../support/client.ts';
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
/** A comment alone names a covered section: the offense of no row does. */
const COMMENT = 'ALSO PLED TO 11359 HS';
/** The file with that comment on a row of a court, and the line of it; with so many rows of others before. */
function withComment({ path }: { path: string }, before = 0) {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const at = lines.findIndex((line) => line.includes('COURT ACTION') && !/113[5-6]/.test(line));
  expect(at).toBeGreaterThan(0);
  const cells = splitCells(lines[at] ?? '');
  cells[COLUMN.COMMENT_TEXT] = COMMENT;
  lines[at] = exactLine(cells);
  // Rows of the last person stand first then.
  const rows = [...lines.slice(lines.length - before), ...lines.slice(1, lines.length - before)];
  return { name: 'comment.dat', bytes: `${[lines[0], ...rows].join('\n')}\n`, line: at + 1 + before };
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
      // The others say nothing of a conviction or a covered offense.
      expect(imported.rows + imported.rejected).toBeGreaterThan(balance.rows);
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
    const file = withComment(await sampleFile({ county: 'TRINITY', rows: 600, seed: 17 }));
    const imported = await importFile(admin.client, file);
    const balance = balanceOf(await viewOf(county, imported));
    const listed = `/api/imports/${imported.id}/unexplained`;
    const { body: rows } = await reviewer.client.get<UnexplainedRowView[]>(listed);
    expect(rows.length).toBe(balance.unexplained);
    expect(rows.map(({ line }) => line)).toEqual(rows.map(({ line }) => line).sort((a, b) => a - b));
    const named = rows.find(({ comment }) => comment === COMMENT);
    expect(named).toMatchObject({ file: 'comment.dat', line: file.line, explained: null });
    expect(named?.section).toMatch(/11359/);
    const person = await reviewer.client.get<PersonView>(`/api/people/${named?.personId}`);
    expect(JSON.stringify(person.body)).toContain(COMMENT);
  });

  it('that no rule explains are said what they are, in every file that has them, until that is taken back', async () => {
    const county = await makeCounty(installation, {
      name: 'MODOC',
      staff: { reviewer: ['reviewer'], compliance: ['compliance'] },
    });
    const { admin, reviewer } = county.people;
    await publishPolicy(admin.client, 'prop64-dismiss-all');
    const imported = await importFile(
      admin.client,
      withComment(await sampleFile({ county: 'MODOC', rows: 600, seed: 17 })),
    );
    const listed = `/api/imports/${imported.id}/unexplained`;
    const seen = (await reviewer.client.get<UnexplainedRowView[]>(listed)).body;
    const row = seen.find(({ comment }) => comment === COMMENT);
    const note = 'The plea is of case 99-123, which has its own row.';
    const at = `${listed}/${row?.id}`;
    expect((await admin.client.post(at, { note })).status).toBe(403);
    expect((await reviewer.client.post(at, { note: ' ' })).status).toBe(422);
    expect((await reviewer.client.post(`${listed}/${Number(row?.id) + 1}`, { note })).status).toBe(404);
    const after = await reviewer.client.post<UnexplainedRowView[]>(at, { note });
    expect(after.body.find(({ id }) => id === row?.id)?.explained).toMatchObject({ note });
    expect(after.body.filter(({ explained }) => explained)).toHaveLength(1);
    expect((await reviewer.client.post(at, { note })).status).toBe(409);
    // A newer file has it a line further down.
    const newer = await importFile(
      admin.client,
      withComment(await sampleFile({ county: 'MODOC', rows: 600, seed: 17 }), 1),
    );
    const again = `/api/imports/${newer.id}/unexplained`;
    const kept = (await reviewer.client.get<UnexplainedRowView[]>(again)).body.find(
      ({ comment }) => comment === COMMENT,
    );
    expect(kept).toMatchObject({ line: (row?.line ?? 0) + 1, explained: { note } });
    expect((await reviewer.client.del(`${again}/${kept?.id}`)).status).toBe(200);
    expect((await reviewer.client.del(`${again}/${kept?.id}`)).status).toBe(404);
    const log = await county.people.compliance.client.get<{ action: string }[]>(
      listOf('/api/audit-events', { range: [0, 499], filter: {} }),
    );
    const acts = log.body.map(({ action }) => action).filter((action) => action.startsWith('unexplained_row'));
    expect(acts.toSorted()).toEqual([
      'unexplained_row.explain',
      'unexplained_row.take_back',
      'unexplained_row.view',
      'unexplained_row.view',
    ]);
    expect(JSON.stringify(log.body)).not.toContain('99-123');
  });
});

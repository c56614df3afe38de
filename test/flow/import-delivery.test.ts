import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRow, PersonOverview, RejectedRowView } from '@clearance/contract';
import type { Sendable } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { annotatedOf } from '../isolation/worked-county.ts';
import { cellsOfCsv } from './csv.ts';
import { faultsOf } from './oracle.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
});
afterAll(async () => {
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
/** A county with a policy, and the lines of an invented file of it. */
async function prepared(
  name: string,
  rows = 1_200,
): Promise<{ county: County<'reviewer'>; header: string; lines: string[] }> {
  const county = await makeCounty(installation, { name, staff: { reviewer: ['reviewer'] } });
  await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
  const { path } = await sampleFile({ county: name, rows, seed: 77 });
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return { county, header, lines };
}
/** Where every conviction of the county stands, by what stays the same whatever file tells of it. */
const standing = ({ id }: County<'reviewer'>) =>
  query(
    installation.database.superUrl,
    `SELECT case_number, offense, date_from, outcome, rule_id, count(*)::int AS n FROM conviction WHERE county_id = $1
      GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
    [id],
  );
/** What became of the rows of an import, those that another of its files has again apart; and without the rejected ones. */
function accountedFor({ balance }: ImportRow) {
  if (!balance) throw new Error('The rows are not accounted for.');
  const { determination, needsReview, outside, unexplained } = balance;
  const { same_row: again = 0, ...rest } = Object.fromEntries(outside.map(({ count, reason }) => [reason, count]));
  return { again, others: { determination, needsReview, unexplained, ...rest } };
}
const send = (county: County<'reviewer'>, ...files: readonly Sendable[]) =>
  importFile(county.people.admin.client, ...files);

describe('a delivery of several files', () => {
  it('says the same as one file, wherever it was cut and however each part is written', async () => {
    const { county, header, lines } = await prepared('TEHAMA');
    const whole = await send(county, { name: 'whole.dat', bytes: [header, ...lines].join('\n') });
    const before = await standing(county);
    expect(whole.fresh).toBeGreaterThan(20);
    // Cut within a person: the rows of one stand in two files.
    const cut = lines.findIndex((line, at) => at > 400 && line.split(',')[2] === lines[at - 1]?.split(',')[2]);
    const parts = [lines.slice(0, cut), lines.slice(cut, 800), lines.slice(800)];
    const dresses = [
      (rows: string[]) => utf8([header, ...rows].join('\n')),
      (rows: string[]) => new Uint8Array(Buffer.from([header, ...rows].join('\r\n'), 'latin1')),
      (rows: string[]) => utf8(`\ufeff${[header, ...rows].join('\n')}\n`),
    ];
    const files = parts.map((rows, at) => ({ name: `yolo_${at + 1}of3.dat`, bytes: dresses[at]?.(rows) ?? utf8('') }));
    const split = await send(county, ...files);
    expect(split).toMatchObject({
      ...{ state: 'done', rows: lines.length, rejected: 0, people: whole.people, convictions: whole.convictions },
      ...{
        unchanged: whole.fresh,
        fresh: 0,
        changed: 0,
        vanished: 0,
        doubts: [],
        fileName: 'yolo_1of3.dat and 2 more',
      },
    });
    expect(split.files.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    expect(await standing(county)).toEqual(before);
    expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
    // The very same delivery is known.
    expect((await county.people.admin.client.upload(...files)).body).toEqual({ id: split.id, same: true });
  });

  it('counts once what two of its files have in common, and leads from each row to its own file', async () => {
    const { county, header, lines } = await prepared('SUTTER');
    const whole = await send(county, { name: 'whole.dat', bytes: [header, ...lines].join('\n') });
    const before = await standing(county);
    const fileOf = (name: string, rows: readonly string[]) => ({
      name,
      bytes: utf8(`${[header, ...rows].join('\n')}\n`),
    });
    const damaged = 'no, row';
    const done = await send(
      county,
      fileOf('north.dat', [...lines.slice(0, 700), damaged]),
      fileOf('south.dat', [...lines.slice(300, 500), damaged, ...lines.slice(500)]),
    );
    expect(done).toMatchObject({
      state: 'done',
      rows: lines.length + 400,
      rejected: 2,
      fresh: 0,
      changed: 0,
      vanished: 0,
    });
    expect(await standing(county)).toEqual(before);
    // Every row is accounted for: one that is there again as the same row, and all others as in one file.
    const { again, others } = accountedFor(done);
    expect(again).toBeGreaterThan(20);
    expect({ again: 0, others }).toEqual(accountedFor(whole));
    const problems = `/api/imports/${done.id}/problems`;
    const { body } = await county.people.admin.client.get<RejectedRowView[]>(problems);
    expect(body.map(({ file, line, text }) => [file, line, text])).toEqual([
      ['north.dat', 702, damaged],
      ['south.dat', 202, damaged],
    ]);
    const to = { recipient: 'Department of Justice', purpose: 'To have the rows corrected' };
    const csv = cellsOfCsv((await county.people.admin.client.post<string>(`${problems}.csv`, to)).body);
    expect(csv.map((cells) => cells.slice(0, 2))).toEqual([
      ['file', 'line'],
      ['north.dat', '702'],
      ['south.dat', '202'],
    ]);
    expect(await annotatedRows(county, done)).toBe(lines.length + 400);
    // Whoever looks at a person is led to file and line: the lines of the second file go on from those of the first.
    const [shown] = await query<{ id: string }>(
      installation.database.superUrl,
      `SELECT id FROM person WHERE county_id = $1 AND import_id = $2 LIMIT 1`,
      [county.id, done.id],
    );
    const person = await county.people.reviewer.client.get<PersonOverview>(`/api/people/${shown?.id}/overview`);
    expect(person.body.parts).toEqual([
      { name: 'north.dat', linesBefore: 0 },
      { name: 'south.dat', linesBefore: 702 },
    ]);
    expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  });

  it('waits for an answer where its names or headers say that a part is missing', async () => {
    const { county, header, lines } = await prepared('GLENN', 400);
    const part = (no: number, rows: readonly string[], head = true) => ({
      name: `glenn_part${no}.dat`,
      bytes: utf8([...(head ? [header] : []), ...rows].join('\n')),
    });
    const { client } = county.people.admin;
    const gap = await send(county, part(1, lines.slice(0, 200)), part(3, lines.slice(200)));
    expect(gap).toMatchObject({
      state: 'waiting',
      doubts: ['missing_parts'],
      missingParts: { numbers: [2], of: null },
    });
    expect((await client.post(`/api/imports/${gap.id}/cancel`)).status).toBe(200);
    const mixed = await send(
      county,
      part(1, lines.slice(0, 150)),
      part(2, lines.slice(150, 300)),
      part(3, lines.slice(300), false),
    );
    expect(mixed).toMatchObject({ state: 'waiting', doubts: ['headers_differ'], missingParts: null });
    expect((await client.post(`/api/imports/${mixed.id}/confirm`)).status).toBe(200);
    const view = () => client.get<ImportRow>(`/api/imports/${mixed.id}`);
    await until(async () => (await view()).body.state === 'done', { moves: async () => (await view()).body });
    expect((await view()).body).toMatchObject({ rows: 400, rejected: 0 });
  });
});

/** How many rows the annotated file of an import has. */
async function annotatedRows({ people }: County<'reviewer'>, { id }: ImportRow): Promise<number> {
  const { client } = people.admin;
  const why = { purpose: 'To compare its rows.', recipient: 'The county' };
  const made = await annotatedOf(client, id, why);
  const { body } = await client.get<string>(`/api/imports/${id}/annotated/${made.id}/file`);
  return body.trimEnd().split('\n').length - 1;
}

import { readFileSync } from 'node:fs';
import type { ConvictionRow, Determination, PersonView, ReplayView } from '@clearance/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';

interface Trace {
  readonly determination: Determination;
  readonly movedLines: Readonly<Record<string, number>>;
}

let installation: Installation;
let county: County<'reviewer'>;
const reader = () => county.people.reviewer.client;

beforeAll(async () => {
  installation = await startInstallation();
  county = await makeCounty(installation, { name: 'LAKE', staff: { reviewer: ['reviewer'] } });
  await publishPolicy(county.people.admin.client, 'la-2020');
});
afterAll(() => installation?.stop());

const cellsOf = ({ determination: { trace } }: Trace) =>
  trace.steps.flatMap(({ terms }) => terms.flatMap(({ cells }) => cells.map((cell) => cell.split(':'))));

/** What the present file has on a line, by column. */
async function present(personId: string): Promise<ReadonlyMap<number, Readonly<Record<string, string>>>> {
  const { body } = await reader().get<PersonView>(`/api/people/${personId}`);
  const counts = body.cycles.flatMap(({ steps }) => steps.flatMap((step) => step.counts));
  return new Map(counts.flatMap(({ rows }) => rows.map(({ line, cells }) => [line, cells] as const)));
}

it('a newer file that says the same on other lines keeps the reasons, their cells and their bytes', async () => {
  const { path } = await sampleFile({ county: 'LAKE', rows: 800, seed: 5 });
  await importFile(county.people.admin.client, path);
  const list = `/api/convictions?${new URLSearchParams({ filter: '{"outcome":["dismiss","needs_review","not_eligible"]}', range: '[0,9]' }).toString()}`;
  const convictions = (await reader().get<ConvictionRow[]>(list)).body;
  expect(convictions.length).toBeGreaterThan(0);
  const written = new Map<string, (string | undefined)[]>();
  for (const { id, personId } of convictions) {
    const { body } = await reader().get<Trace>(`/api/convictions/${id}/trace`);
    expect(body.movedLines).toEqual({});
    const lines = await present(personId);
    written.set(
      id,
      cellsOf(body).map(([line, column]) => lines.get(Number(line))?.[column ?? '']),
    );
  }
  // Seven rows more at the top, of somebody the county does not know yet: everybody else stands lower.
  const [header = '', ...rows] = readFileSync(path, 'latin1').split(/(?<=\n)/);
  const strangers = rows.slice(0, 7).map((row) => row.replace(/A\d{8}/g, 'A99999999'));
  expect(strangers.every((row) => row.includes('A99999999'))).toBe(true);
  const bytes = Uint8Array.from(Buffer.from([header, ...strangers, ...rows].join(''), 'latin1'));
  const again = await importFile(county.people.admin.client, { name: 'again.dat', bytes });
  expect(again).toMatchObject({ state: 'done', changed: 0 });
  for (const { id, personId } of convictions) {
    const { body } = await reader().get<Trace>(`/api/convictions/${id}/trace`);
    const lines = await present(personId);
    const now = cellsOf(body).map(
      ([line = '', column = '']) => lines.get(body.movedLines[line] ?? Number(line))?.[column],
    );
    expect(Object.keys(body.movedLines).length).toBeGreaterThan(0);
    expect(now).toEqual(written.get(id));
    const replayed = await reader().post<ReplayView>(`/api/convictions/${id}/replay`, {});
    expect(replayed.body).toMatchObject({ identical: true, historyStillThere: true, differences: [] });
  }
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect } from 'vitest';
import type { ConvictionView, ImportRow } from '@clearance/contract';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { convictionsOf, judge, lookAt, recommend, startBulk, viewOf } from './deciding.ts';
import { faultsOf } from './oracle.ts';
import { amended, ciiOf, laterFile, partsOf } from './state-file.ts';

const staff = { reviewer: ['reviewer'], approver: ['approver'] } as const;
const fates = [
  ...['stays evaluated', 'stays recommended', 'stays approved', 'changes evaluated', 'changes recommended'],
  ...['changes returned', 'changes approved', 'vanishes evaluated', 'vanishes recommended', 'vanishes approved'],
] as const;
type Fate = (typeof fates)[number];

let installation: Installation;
let county: County<keyof typeof staff>;
let header: string;
let rows: string[];
/** One conviction that is to be dismissed for each fate, with her CII number. */
const chosen = new Map<Fate, { id: string; cii: string }>();
const before = new Map<Fate, ConvictionView>();
let second: ImportRow;

const idOf = (fate: Fate) => chosen.get(fate)?.id ?? '';
const now = (fate: Fate) => viewOf(county.people.approver.client, idOf(fate));
const ciisOf = (what: string) =>
  fates.filter((fate) => fate.startsWith(what)).map((fate) => chosen.get(fate)?.cii ?? '');
const send = (text: string, name: string) => importFile(county.people.admin.client, { name, bytes: text });
const file2 = () => {
  const kept = rows.filter((row) => !ciisOf('vanishes').includes(ciiOf(row)));
  return ciisOf('changes').reduce((so, cii) => amended(so, cii, 'AMENDED BY THE COURT'), kept);
};

beforeAll(async () => {
  installation = await startInstallation({ env: { WORKER_CONCURRENCY: '8' } });
  county = await makeCounty(installation, { name: 'TEHAMA', staff });
  await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
  const file = await sampleFile({ county: 'TEHAMA', rows: 1_500, seed: 61 });
  ({ header, rows } = partsOf(readFileSync(file.path, 'utf8')));
  await importFile(county.people.admin.client, file.path);
  const plain = file.convictions.filter(
    (one) => one.dismissAll === 'dismiss' && one.readFrom === 'description' && !one.historic,
  );
  const people = [...new Map(plain.map((one) => [one.cii, one])).values()];
  for (const [at, fate] of fates.entries()) {
    const { cii = '', caseNumber = '' } = people[at] ?? {};
    const [found] = await query<{ id: string }>(
      installation.database.superUrl,
      `SELECT c.id FROM conviction c JOIN person p ON p.county_id = c.county_id AND p.id = c.person_id
         JOIN import_person i ON i.county_id = p.county_id AND i.import_id = p.import_id AND i.person_no = p.person_no
        WHERE c.county_id = $1 AND i.cii_last4 = $2 AND c.case_number = $3 AND c.outcome = 'dismiss'`,
      [county.id, cii.slice(-4), caseNumber],
    );
    if (!found) throw new Error(`No conviction for ${fate}: ${cii} ${caseNumber} ${people.length}`);
    chosen.set(fate, { id: found.id, cii });
    if (!fate.endsWith('evaluated')) await recommend(county.people.reviewer.client, await now(fate), 'dismiss');
    if (fate.endsWith('returned')) await judge(county.people.approver.client, await now(fate), 'return', 'Look again.');
    if (fate.endsWith('approved')) await judge(county.people.approver.client, await now(fate), 'approve');
    before.set(fate, await now(fate));
    expect(fate.split(' ')[1]).toBe(before.get(fate)?.state);
  }
});
afterAll(() => installation?.stop());

story('a newer file', (step) => {
  step(
    'while a newer file comes no approval of what was recommended on the older history goes through, one by one or in bulk',
    async () => {
      const { approver, admin } = county.people;
      const looked = await now('changes recommended');
      const filter = { personId: looked.personId, state: ['recommended' as const] };
      const seen = await lookAt(approver.client, filter);
      expect([looked.state, seen.count]).toEqual(['recommended', 1]);
      const { body } = await admin.client.upload({ name: 'second.dat', bytes: laterFile(header, file2()) });
      second = await until(async () => {
        const view = (await admin.client.get<ImportRow>(`/api/imports/${body.id}`)).body;
        return view.state === 'done' && view;
      });
      const refused = await judge(approver.client, looked, 'approve');
      expect([refused.status, refused.body.code]).toEqual([409, 'conflict']);
      const started = await startBulk(approver.client, { verb: 'approve' }, filter, seen);
      expect([started.status, started.body.code]).toEqual([422, 'nothing_matches']);
      expect(await now('changes recommended')).toMatchObject({ state: 'evaluated', changed: true, decision: null });
    },
  );

  step('after a newer file what stays is as it was', async () => {
    for (const fate of ['stays evaluated', 'stays recommended', 'stays approved'] as const) {
      expect(await now(fate), fate).toEqual(before.get(fate));
    }
  });

  step('after a newer file what changed is evaluated again and marked', async () => {
    const [was, is] = [before.get('changes evaluated'), await now('changes evaluated')];
    expect(is).toMatchObject({ state: 'evaluated', changed: true, outcome: 'dismiss' });
    expect(is.historyDigest).not.toBe(was?.historyDigest);
    expect(is.version).toBeGreaterThan(was?.version ?? 0);
  });

  step('after a newer file what was recommended on the older history has to be recommended anew', async () => {
    const is = await now('changes recommended');
    expect(is).toMatchObject({ state: 'evaluated', changed: true, decision: null, recommendedBy: null });
    const anew = await recommend(county.people.reviewer.client, is, 'dismiss');
    expect(anew.body).toMatchObject({ state: 'recommended', changed: false });
    expect((await judge(county.people.approver.client, anew.body, 'approve')).body.state).toBe('approved');
  });

  step(
    'after a newer file what was returned is evaluated again, with nothing left of what was recommended before',
    async () => {
      expect(await now('changes returned')).toMatchObject({ state: 'evaluated', changed: true, decision: null });
    },
  );

  step('after a newer file what was approved stays approved, and is marked', async () => {
    const [was, is] = [before.get('changes approved'), await now('changes approved')];
    expect(is).toMatchObject({ state: 'approved', changed: true, decision: 'dismiss', version: was?.version });
    expect(is.acts).toEqual(was?.acts);
    expect(is.historyDigest).not.toBe(was?.historyDigest);
  });

  step('after a newer file what vanished and was not approved is superseded, and nobody can decide on it', async () => {
    for (const fate of ['vanishes evaluated', 'vanishes recommended'] as const) {
      const is = await now(fate);
      expect(is).toMatchObject({ state: 'superseded', vanished: true });
      const { approver, reviewer } = county.people;
      expect((await judge(approver.client, is, 'approve')).body.code).toBe('wrong_state');
      expect((await recommend(reviewer.client, is, 'dismiss')).body.code).toBe('wrong_state');
    }
  });

  step('after a newer file what vanished and was approved stays approved, and is marked', async () => {
    expect(await now('vanishes approved')).toMatchObject({ state: 'approved', vanished: true, decision: 'dismiss' });
  });

  step('after a newer file the figures of the import are those of the table', async () => {
    const [count] = await query<Record<'all' | 'vanished' | 'changed', number>>(
      installation.database.superUrl,
      `SELECT (count(*) FILTER (WHERE NOT vanished))::int AS all, (count(*) FILTER (WHERE vanished))::int AS vanished,
              (SELECT count(*)::int FROM audit_entry e WHERE e.county_id = $1 AND e.action = 'conviction.history_change') AS changed
         FROM conviction WHERE county_id = $1`,
      [county.id],
    );
    expect(second).toMatchObject({ vanished: count?.vanished, changed: count?.changed });
    expect(second.fresh + second.back + second.unchanged + second.changed).toBe(count?.all);
    expect(second.back).toBe(0);
    expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  });

  step('after a third file that has again what the second left out comes', async () => {
    // Everything of this person, so that nothing else of hers brings her to the evaluation.
    const { personId } = await now('changes returned');
    const { client } = county.people.reviewer;
    for (const one of await convictionsOf(client, { personId, state: ['evaluated'] })) {
      await recommend(client, one, 'exclude', 'A rehearsal.');
    }
    const other = await sampleFile({ county: 'TEHAMA', rows: 200, seed: 62 });
    const fresh = partsOf(readFileSync(other.path, 'utf8')).rows.map((row) => row.replaceAll(/A1(\d{7})/g, 'A7$1'));
    await send(laterFile(header, [...fresh, ...rows]), 'third.dat');
  });

  step(
    'after a third file that has again what the second left out what had vanished is evaluated again, with nothing left of what was recommended before',
    async () => {
      for (const fate of ['vanishes evaluated', 'vanishes recommended'] as const) {
        expect(await now(fate), fate).toMatchObject({ state: 'evaluated', vanished: false, decision: null });
      }
      expect(await now('vanishes approved')).toMatchObject({ state: 'approved', vanished: false, changed: false });
    },
  );

  step(
    'after a third file that has again what the second left out what was recommended on a history that changed back has to be recommended anew',
    async () => {
      const is = await now('changes returned');
      expect(is).toMatchObject({ state: 'evaluated', changed: true, decision: null });
      expect(is.historyDigest).toBe(before.get('changes returned')?.historyDigest);
    },
  );

  step(
    'after a third file that has again what the second left out what changed and changed back stands on a determination of its present history',
    async () => {
      const id = idOf('changes evaluated');
      const [stands] = await query<{ well: boolean }>(
        installation.database.superUrl,
        `SELECT d.history_digest = c.history_digest AS well FROM conviction c
         JOIN determination d ON d.county_id = c.county_id AND d.id = c.determination_id WHERE c.county_id = $1 AND c.id = $2`,
        [county.id, id],
      );
      expect(stands).toEqual({ well: true });
      expect((await now('changes evaluated')).historyDigest).toBe(before.get('changes evaluated')?.historyDigest);
      expect(installation.faults).toEqual([]);
    },
  );
});

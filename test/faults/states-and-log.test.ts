import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConvictionRow, LogAlarm, Refusal } from '@clearance/contract';
import { states } from '@clearance/contract';
import { onServer } from '../../apps/local/src/roles.ts';
import { sized } from '../../libs/audit/testing/full-size.ts';
import { lostConviction, statesWithoutAct } from '../../libs/clearance/src/oversight/states-without-act.ts';
import type { Tx } from '../../libs/platform/src/index.ts';
import { workedCounty, type WorkedCounty } from '../isolation/worked-county.ts';
import { listOf, type Client as ApiClient } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { randomFrom } from './random.ts';

/** Tables that somebody changes by hand, past the product: they no longer hold what the log tells. */
let installation: Installation;
let county: WorkedCounty;
let another: ConvictionRow;
const superUrl = () => installation.database.superUrl;

/** As somebody who is stronger than every trigger. */
const asOwner = (...statements: string[]) =>
  onServer(superUrl(), async (db) => {
    await db.query('SET session_replication_role = replica');
    for (const statement of statements) await db.query(statement);
  });

/** The last entry about the evaluated conviction that tells its state. */
const last = () =>
  `(county_id, seq) = (SELECT county_id, max(seq) FROM audit_entry
                        WHERE target_id = '${county.evaluated.id}' AND action = 'determination.record' GROUP BY county_id)`;

const plants: Readonly<
  Record<string, { why: string; make: () => string[]; mend: () => string[]; about: () => string }>
> = {
  'a conviction that is released in its table': {
    why: 'state_without_act',
    about: () => county.evaluated.id,
    make: () => [`UPDATE conviction SET state = 'released' WHERE id = '${county.evaluated.id}'`],
    mend: () => [`UPDATE conviction SET state = 'evaluated' WHERE id = '${county.evaluated.id}'`],
  },
  'a recommendation that is approved in its table': {
    why: 'state_without_act',
    about: () => county.recommended.id,
    make: () => [`UPDATE conviction SET state = 'approved' WHERE id = '${county.recommended.id}'`],
    mend: () => [`UPDATE conviction SET state = 'recommended' WHERE id = '${county.recommended.id}'`],
  },
  'a conviction that is gone from its table': {
    why: 'lost_from_table',
    about: () => county.evaluated.id,
    make: () => [
      `CREATE TABLE aside AS SELECT * FROM conviction WHERE id = '${county.evaluated.id}'`,
      `DELETE FROM conviction WHERE id = '${county.evaluated.id}'`,
    ],
    mend: () => [`INSERT INTO conviction SELECT * FROM aside`, `DROP TABLE aside`],
  },
  'an entry that tells another state, as the table has it': {
    why: 'state_without_act',
    about: () => county.evaluated.id,
    make: () => [
      `CREATE TABLE aside AS SELECT * FROM audit_entry WHERE ${last()}`,
      `UPDATE audit_entry SET bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '"stateAfter":"evaluated"',
              '"stateAfter":"released"'), 'UTF8') WHERE ${last()}`,
      `UPDATE conviction SET state = 'released' WHERE id = '${county.evaluated.id}'`,
    ],
    mend: () => [
      `UPDATE audit_entry e SET bytes = a.bytes FROM aside a WHERE e.county_id = a.county_id AND e.seq = a.seq`,
      `DROP TABLE aside`,
      `UPDATE conviction SET state = 'evaluated' WHERE id = '${county.evaluated.id}'`,
    ],
  },
  'a role that is given in the table': {
    why: 'rights_without_act',
    about: () => county.people.reviewer.memberId,
    make: () => [
      `UPDATE member SET roles = roles || '{approver}'::text[] WHERE id = '${county.people.reviewer.memberId}'`,
    ],
    mend: () => [`UPDATE member SET roles = '{reviewer}' WHERE id = '${county.people.reviewer.memberId}'`],
  },
  'somebody who is suspended in the table': {
    why: 'rights_without_act',
    about: () => county.people.approver.memberId,
    make: () => [`UPDATE member SET status = 'suspended' WHERE id = '${county.people.approver.memberId}'`],
    mend: () => [`UPDATE member SET status = 'active' WHERE id = '${county.people.approver.memberId}'`],
  },
};

const recommend = (by: ApiClient, { id, version }: ConvictionRow) =>
  by.post<ConvictionRow & Refusal>(`/api/convictions/${id}/recommendations`, { version, decision: 'dismiss' });
const file = async () => (await sampleFile({ county: 'MONO', rows: 800, seed: 12 })).path;

describe('the tables are compared with the log all the time', () => {
  beforeAll(async () => {
    installation = await startInstallation();
    county = await workedCounty(installation, 'MONO', await file());
    const filter = { state: ['evaluated'], outcome: ['dismiss'] };
    const waiting = await county.people.reviewer.client.get<ConvictionRow[]>(
      listOf('/api/convictions', { filter, range: [0, 9] }),
    );
    another = waiting.body.find(({ id }) => id !== county.evaluated.id) as ConvictionRow;
  });
  afterAll(() => installation?.stop());

  const alarm = async () =>
    (await county.people.admin.client.get<{ alarm: LogAlarm | null }>('/api/audit-log/alarm')).body.alarm;

  it.each(Object.entries(plants))('%s raises the alarm, which names it', async (_, { about, make, mend, why }) => {
    const { admin, compliance } = county.people;
    expect(await alarm()).toBeNull();
    await asOwner(...make());
    expect(await until(alarm)).toMatchObject({ why, about: { id: about() } });
    const decided = await recommend(county.people.reviewer.client, another);
    expect(decided.body.code).toBe('log_damaged');
    await asOwner(...mend());
    const finding = 'Changed by hand in a test, and put back as it was.';
    const said = await compliance.client.put<{ alarm: LogAlarm }>('/api/audit-log/alarm/finding', { finding });
    const foundAt = said.body.alarm.found?.at ?? '';
    expect((await admin.client.post('/api/audit-log/alarm/end', { foundAt })).status).toBe(204);
  });
});

describe('where nobody has compared since', () => {
  let people: County<'reviewer' | 'approver'>['people'];
  let countyId: string;
  beforeAll(async () => {
    installation = await startInstallation({ env: { SWEEP_SECONDS: '3600' } });
    const made = await makeCounty(installation, {
      name: 'MONO',
      staff: { reviewer: ['reviewer'], approver: ['approver'] },
    });
    people = made.people;
    countyId = made.id;
    await publishPolicy(made.people.admin.client, 'prop64-dismiss-all');
    await importFile(made.people.admin.client, await file());
  });
  afterAll(() => installation?.stop());

  it('nothing moves on from a state that no act has brought', async () => {
    const filter = { state: ['evaluated'], outcome: ['dismiss'] };
    const { body } = await people.reviewer.client.get<ConvictionRow[]>(
      listOf('/api/convictions', { filter, range: [0, 0] }),
    );
    const approve = ({ id, version }: ConvictionRow) =>
      people.approver.client.post<Refusal>(`/api/convictions/${id}/approvals`, { version, verdict: 'approve' });
    const recommended = await recommend(people.reviewer.client, body[0] as ConvictionRow);
    expect(recommended.status).toBe(200);
    const { id, version } = recommended.body;
    await asOwner(`CREATE TABLE aside AS SELECT * FROM conviction WHERE id = '${id}'`);
    const withdrawn = await people.reviewer.client.post<ConvictionRow>(`/api/convictions/${id}/recommendations`, {
      ...{ version, decision: 'withdraw' },
    });
    expect(withdrawn.status).toBe(200);
    // The table has again what was taken back.
    await asOwner(`DELETE FROM conviction WHERE id = '${id}'`, `INSERT INTO conviction SELECT * FROM aside`);
    expect((await approve(recommended.body)).body.code).toBe('log_damaged');
    await asOwner(`UPDATE conviction SET state = 'evaluated', version = ${withdrawn.body.version} WHERE id = '${id}'`);
    const again = await recommend(people.reviewer.client, withdrawn.body);
    expect((await approve(again.body)).status).toBe(200);
  });

  it('a comparison misses no state that was changed by hand, and accuses none that was not', async () => {
    const tries = sized(100, 1_000);
    const random = randomFrom(7);
    const all = await query<{ id: string; state: string }>(superUrl(), `SELECT id, state FROM conviction ORDER BY id`);
    const client = new Client({ connectionString: superUrl() });
    await client.connect();
    const tx = {
      query: async (sql: string, given?: unknown[]) => (await client.query(sql, given)).rows as unknown,
    } as unknown as Tx;
    const compare = async () =>
      (await statesWithoutAct(tx, countyId, { after: undefined, limit: all.length + 1 })).odd ??
      (await lostConviction(tx, countyId));
    let missed = 0;
    let accused = 0;
    try {
      for (let n = 0; n < tries; n += 1) {
        const one = all[Math.floor(random() * all.length)];
        const others = states.filter((state) => state !== one?.state);
        const other = others[Math.floor(random() * others.length)];
        await client.query('BEGIN');
        if ((await compare()) !== undefined) accused += 1;
        await client.query(`SET LOCAL session_replication_role = replica`);
        await (n % 10 === 0
          ? client.query(`DELETE FROM conviction WHERE id = $1`, [one?.id])
          : client.query(`UPDATE conviction SET state = $2 WHERE id = $1`, [one?.id, other]));
        if ((await compare())?.id !== one?.id) missed += 1;
        await client.query('ROLLBACK');
      }
    } finally {
      await client.end();
    }
    expect({ convictions: all.length > 20, missed, accused }).toEqual({ convictions: true, missed: 0, accused: 0 });
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEventRow, AuditExportRow, AuditLogState, LogAlarm, PeopleFound, Refusal } from '@clearance/contract';
import { onServer } from '../../apps/local/src/roles.ts';
import { workedCounty, type WorkedCounty } from '../isolation/worked-county.ts';
import { listOf, signIn } from '../support/client.ts';
import { PASSWORD } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';

let installation: Installation;
let county: WorkedCounty;
const superUrl = () => installation.database.superUrl;
beforeAll(async () => {
  installation = await startInstallation({ env: { VERIFY_NEW_SECONDS: '1', VERIFY_WHOLE_SECONDS: '1' } });
  county = await workedCounty(installation, 'MONO', (await sampleFile({ county: 'MONO', rows: 800, seed: 12 })).path);
});
afterAll(() => installation?.stop());

/** As somebody who is stronger than every trigger. */
const asOwner = (...statements: string[]) =>
  onServer(superUrl(), async (db) => {
    await db.query('SET session_replication_role = replica');
    for (const statement of statements) await db.query(statement);
  });

const faults: Readonly<Record<string, { readonly make: () => string[]; readonly mend: () => string[] }>> = {
  'an entry behind the head': {
    make: () => [
      `INSERT INTO audit_entry SELECT e.county_id, h.size + 1, e.at, actor_id, action, target_type, target_id, outcome,
              bulk_review_id, bytes, leaf_hash
         FROM audit_entry e JOIN audit_head h USING (county_id) WHERE e.county_id = '${county.id}' AND seq = 5`,
    ],
    mend: () => [
      `DELETE FROM audit_entry e USING audit_head h WHERE e.county_id = '${county.id}' AND h.county_id = e.county_id
          AND e.seq > h.size`,
    ],
  },
  'a head that is gone': {
    make: () => [
      `CREATE TABLE aside AS SELECT * FROM audit_head WHERE county_id = '${county.id}'`,
      `DELETE FROM audit_head WHERE county_id = '${county.id}'`,
    ],
    mend: () => [`INSERT INTO audit_head SELECT * FROM aside`, `DROP TABLE aside`],
  },
  'a last entry that is gone': {
    make: () => [
      `CREATE TABLE aside AS SELECT e.* FROM audit_entry e JOIN audit_head h USING (county_id)
        WHERE e.county_id = '${county.id}' AND e.seq = h.size`,
      `DELETE FROM audit_entry e USING aside a WHERE a.county_id = e.county_id AND a.seq = e.seq`,
    ],
    mend: () => [`INSERT INTO audit_entry SELECT * FROM aside`, `DROP TABLE aside`],
  },
};

describe.each(Object.entries(faults))('with %s', (_, fault) => {
  const state = async () => (await county.people.compliance.client.get<AuditLogState>('/api/audit-log')).body;
  const held = async () =>
    (
      await query<{ n: number }>(superUrl(), `SELECT count(*)::int AS n FROM held_act WHERE county_id = $1`, [
        county.id,
      ])
    )[0]?.n ?? 0;
  let broken = false;
  afterEach(async () => {
    // So that the next one begins with a log that is whole.
    if (broken) await asOwner(...fault.mend());
  });

  it('people come in, read, verify and export; nothing is decided; and what they did is on the log in the end', async () => {
    const { admin, compliance, reviewer } = county.people;
    const before = (await state()).size;
    await asOwner(...fault.make());
    broken = true;
    await until(async () => (await state()).alarm);
    const again = await signIn(installation.base, reviewer.email, PASSWORD);
    expect((await again.get(`/api/people/${county.evaluated.personId}`)).status).toBe(200);
    expect((await again.get(listOf('/api/convictions', { range: [0, 9] }))).status).toBe(200);
    const search = await again.post<PeopleFound>('/api/people/search', { text: 'GARCIA' });
    expect(search.status).toBe(200);
    const decided = await again.post<Refusal>(`/api/convictions/${county.evaluated.id}/recommendations`, {
      ...{ version: county.evaluated.version, decision: 'exclude', note: 'No.' },
    });
    expect(decided.body.code).toBe('log_damaged');
    expect((await compliance.client.post('/api/audit-log/verifications')).body).toMatchObject({ ok: false });
    expect((await compliance.client.get(listOf('/api/audit-events', { range: [0, 9] }))).status).toBe(200);
    const asked = await compliance.client.post<AuditExportRow>('/api/audit-exports', {
      ...{ filter: {}, purpose: 'To look into the alarm' },
    });
    expect(asked.status).toBe(202);
    expect(await held()).toBeGreaterThan(2);

    await asOwner(...fault.mend());
    broken = false;
    const finding = 'Changed by hand in a test, and put back as it was.';
    const said = await compliance.client.put<{ alarm: LogAlarm }>('/api/audit-log/alarm/finding', { finding });
    const foundAt = said.body.alarm.found?.at ?? '';
    expect((await admin.client.post('/api/audit-log/alarm/end', { foundAt })).status).toBe(204);
    await until(async () => (await held()) === 0);
    const { body: events } = await compliance.client.get<AuditEventRow[]>(
      listOf('/api/audit-events', { range: [0, 99], sort: ['id', 'DESC'] }),
    );
    const late = events.filter(({ detail, id }) => id > before && 'heldSince' in detail);
    const actions = late.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['session.start', 'record.view', 'person.search']));
    expect((await compliance.client.post('/api/audit-log/verifications')).body).toMatchObject({ ok: true });
  });
});

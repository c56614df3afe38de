import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditLogState, Refusal } from '@clearance/contract';
import { CheckAtStart } from '../../libs/platform/src/audit-log/check-at-start.ts';
import { Verifications } from '../../libs/platform/src/audit-log/verifications.ts';
import { LogVerifier } from '../../libs/platform/src/audit-log/verify-log.ts';
import { Checkpoints, Database, SigningKeys, type Signer, type Tx } from '../../libs/platform/src/index.ts';
import { sized } from '../../libs/audit/testing/full-size.ts';
import { makeCounty, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { logTamperings, type Held } from './log-tamperings.ts';
import { randomFrom } from './random.ts';

const TRIES = sized(200, 1_000);
const CLEAN = sized(30, 200);

describe('a log whose tables are in the hands of somebody else', () => {
  let installation: Installation;
  let county: County<'compliance'>;
  let signer: Signer;
  let db: Client;
  let size: number;
  const verifier = new LogVerifier(new Checkpoints());

  beforeAll(async () => {
    installation = await startInstallation({ workers: 0 });
    county = await makeCounty(installation, { name: 'YOLO', staff: { compliance: ['compliance'] } });
    const { api } = installation;
    signer = await api.get(SigningKeys).signer();
    for (let checkpoint = 0; checkpoint < 4; checkpoint += 1) {
      // Each verification is an entry of its own.
      for (let entries = 0; entries < 3; entries += 1) {
        await county.people.compliance.client.post('/api/audit-log/verifications');
      }
      const signed = await api
        .get(Database)
        .inCounty({ countyId: county.id }, (tx) => api.get(Checkpoints).sign(tx, county.id, signer));
      size = signed?.size ?? 0;
    }
    // All of it was found good once: whatever is made to fit later has to fit that as well.
    await api.get(Verifications).run(county.id, 'whole');
    db = new Client({ connectionString: installation.database.superUrl });
    await db.connect();
  });
  afterAll(async () => {
    await db?.end();
    await installation?.stop();
  });

  /** What the product's own verification says, asked as the application role within the same transaction. */
  async function verdict() {
    await db.query(`SET LOCAL ROLE clearance_app`);
    await db.query(`SELECT set_config('app.county_id', $1, true)`, [county.id]);
    const tx = { query: async (sql: string, values?: unknown[]) => (await db.query(sql, values)).rows as unknown };
    return verifier.verify(tx as unknown as Tx, county.id, signer.all);
  }

  it.each(Object.entries(logTamperings))(`is found out after %s, in each of ${TRIES} tries`, async (name, tamper) => {
    const random = randomFrom(name.length);
    const below = (limit: number) => Math.floor(random() * limit);
    const held: Held = {
      db,
      county: county.id,
      size,
      origin: signer.verifier(county.id).name,
      below,
      stolen: signer.privateKey,
    };
    const missed: number[] = [];
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      await db.query('BEGIN');
      // Who plants a fault is stronger than every key and trigger.
      await db.query('SET LOCAL session_replication_role = replica');
      await tamper(held);
      if ((await verdict()).ok) missed.push(attempt);
      await db.query('ROLLBACK');
    }
    expect(missed).toEqual([]);
  });

  it(`is not suspected when nobody touched it, in each of ${CLEAN} runs while it grows`, async () => {
    const { client } = county.people.compliance;
    for (let run = 0; run < CLEAN; run += 1) {
      expect((await client.post('/api/audit-log/verifications')).body).toMatchObject({ ok: true });
    }
  });

  it('is not signed a second time at one size, whoever signs at once, and not at all when it did not grow out of the last', async () => {
    const { api } = installation;
    const sign = () =>
      api.get(Database).inCounty({ countyId: county.id }, (tx) => api.get(Checkpoints).sign(tx, county.id, signer));
    await county.people.compliance.client.post('/api/audit-log/verifications');
    const signed = await Promise.all([sign(), sign(), sign(), sign()]);
    expect(signed.filter((one) => one !== undefined)).toHaveLength(1);
    await county.people.compliance.client.post('/api/audit-log/verifications');
    await db.query('SET session_replication_role = replica');
    await db.query(
      `UPDATE audit_head SET range = set_byte(range, 0, (get_byte(range, 0) + 1) % 256) WHERE county_id = $1`,
      [county.id],
    );
    await expect(sign()).rejects.toMatchObject({ name: 'LogDamaged', why: 'root_mismatch' });
  });

  it('is found out at the start, before anything is decided in its county; others go on', async () => {
    const { api } = installation;
    const other = await makeCounty(installation, { name: 'NAPA' });
    const publish = (of: County<never>) =>
      of.people.admin.client.post<Refusal>('/api/policies', { preset: 'prop64-dismiss-all' });
    await api.get(CheckAtStart).onApplicationBootstrap();
    expect((await publish(county)).body.code).toBe('log_damaged');
    expect((await publish(other)).status).toBe(201);
    const state = await county.people.compliance.client.get<AuditLogState>('/api/audit-log');
    expect(state.body.alarm).toMatchObject({ why: 'root_mismatch' });
  });
});

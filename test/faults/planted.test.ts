import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from 'pg';
import type { AuditVerification } from '@clearance/contract';
import { JobRegistry } from '../../libs/platform/src/jobs/job-handler.ts';
import { WorkLedger, type JobData } from '../../libs/platform/src/index.ts';
import { anotherWorker } from '../flow/another-worker.ts';
import { manyConvictions } from '../flow/many-convictions.ts';
import { faultsOf, faultsSeenBy } from '../flow/oracle.ts';
import { hire } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { naturalState } from './natural-state.ts';
import { damages } from './planted-damages.ts';
import { emptyQueue } from './queue-hands.ts';
import { workedCounty, type WorkedCounty } from './worked-county.ts';

let installation: Installation;
let county: WorkedCounty;
const superUrl = () => installation.database.superUrl;

describe('the oracle of these suites', () => {
  beforeAll(async () => {
    installation = await startInstallation();
    county = await workedCounty(installation);
    await county.upload((await sampleFile({ county: 'FRESNO', rows: 600, dirtyRate: 0.02, seed: 94 })).path);
    await county.quiet();
    await county.recommendAll();
    await county.quiet();
    await county.approveAll();
    await county.quiet();
  });
  afterAll(() => installation.stop());

  it('finds nothing where nothing is wrong', async () => {
    expect(await faultsOf(superUrl(), county.id)).toEqual([]);
  });

  it.each(Object.entries(damages))('finds %s', async (_, { sql, found }) => {
    const client = new Client({ connectionString: superUrl() });
    await client.connect();
    try {
      await client.query('BEGIN');
      // Who plants a fault is stronger than every key and trigger.
      await client.query(`SET LOCAL session_replication_role = replica`);
      for (const statement of sql) await client.query(statement);
      expect(await faultsSeenBy(client, county.id)).toContainEqual(expect.stringContaining(found));
    } finally {
      await client.end();
    }
  });

  it('compares runs by everything that people see of a conviction', async () => {
    const before = await naturalState(superUrl(), county.id);
    await query(
      superUrl(),
      `UPDATE conviction SET reason = reason || '.' WHERE ctid = (SELECT min(ctid) FROM conviction)`,
    );
    const { conviction, ...others } = await naturalState(superUrl(), county.id);
    expect(conviction).not.toEqual(before['conviction']);
    expect(before).toMatchObject(others);
  });

  it('is not the only one that finds a damaged log: the product says so itself, whatever the damage', async () => {
    const { client } = await hire(installation.base, county.people.admin.client, 'auditor@fresno.example', [
      'compliance',
    ]);
    const verify = () => client.post<AuditVerification>('/api/audit-log/verifications');
    expect((await verify()).body.ok).toBe(true);
    await query(superUrl(), `UPDATE audit_head SET range = substr(range, 1, length(range) - 32) WHERE county_id = $1`, [
      county.id,
    ]);
    expect((await verify()).body).toMatchObject({ ok: false });
  });
});

describe('a job that comes twice', () => {
  beforeAll(async () => {
    installation = await startInstallation({ env: { RECONCILE_SECONDS: '600' } });
    county = await workedCounty(installation);
    await county.upload(await manyConvictions('FRESNO', 300));
    await county.quiet();
  });
  afterAll(() => installation.stop());

  const inWorker = <T>(token: abstract new (...args: never[]) => T): T => {
    const [worker] = installation.workers;
    if (!worker) throw new Error('The installation has a worker.');
    return worker.get<T>(token, { strict: false });
  };
  /** Every chunk of a bulk review comes twice, one delivery right after the other, and each does this first. */
  const twice = (first: (job: JobData) => Promise<unknown>) => {
    const handler = inWorker(JobRegistry).handlerOf('review.chunk');
    const honest = handler.run.bind(handler);
    handler.run = async (job) => {
      for (let delivery = 1; delivery <= 2; delivery += 1) {
        await first(job);
        await honest(job);
      }
    };
    return () => (handler.run = honest);
  };

  it('does nothing the second time', async () => {
    const undo = twice(() => Promise.resolve());
    await county.recommendAll();
    await county.quiet();
    undo();
    expect(await faultsOf(superUrl(), county.id)).toEqual([]);
  });

  it('is found out when it has an effect outside its transaction and no key stands in the way', async () => {
    await query(superUrl(), `ALTER TABLE approval DROP CONSTRAINT approval_county_id_conviction_id_round_key`);
    const undo = twice((job) =>
      query(
        superUrl(),
        `INSERT INTO approval (county_id, id, conviction_id, round, verdict, recommendation_id, recommender_id, approver_id,
                               history_digest, at, bulk_review_id)
         SELECT c.county_id, gen_random_uuid(), c.id, i.version, 'approve', c.recommendation_id, c.recommender_id, b.started_by,
                c.history_digest, now(), b.id
           FROM bulk_review b JOIN bulk_review_item i ON i.county_id = b.county_id AND i.bulk_review_id = b.id
           JOIN conviction c ON c.county_id = i.county_id AND c.id = i.conviction_id WHERE b.id = $1`,
        [job.id],
      ),
    );
    await county.approveAll();
    await county.quiet();
    undo();
    const faults = await faultsOf(superUrl(), county.id);
    expect(faults).toContainEqual(expect.stringContaining('approvals that are not on the log once each'));
    expect(faults).toContainEqual(expect.stringContaining('convictions judged twice in one round'));
  });

  it('is found out when it counts a chunk again that is done', async () => {
    const ledger = inWorker(WorkLedger);
    const honest = ledger.take.bind(ledger);
    ledger.take = async (tx, id, no) => {
      await tx.query(`UPDATE work_chunk SET done_at = NULL WHERE work_id = $1 AND no = $2`, [id, no]);
      return honest(tx, id, no);
    };
    const other = await workedCounty(installation, 'MADERA');
    await other.upload(await manyConvictions('MADERA', 100));
    await other.quiet();
    expect(await faultsOf(superUrl(), other.id)).toEqual([]);
    twice(() => Promise.resolve());
    await other.recommendAll();
    await other.quiet();
    expect(await faultsOf(superUrl(), other.id)).toContainEqual(expect.stringContaining('bulk reviews that decided'));
  });
});

describe('without the reconciler', () => {
  beforeAll(async () => {
    installation = await startInstallation({ workers: 0, env: { RECONCILE_SECONDS: '86400' } });
    const first = await anotherWorker(installation);
    county = await workedCounty(installation);
    await first.close();
  });
  afterAll(() => installation.stop());

  it('work whose queue was emptied is never done', async () => {
    const id = await county.upload(await manyConvictions('FRESNO', 10));
    await emptyQueue(installation);
    const worker = await anotherWorker(installation);
    // What is asked for later is done by the same worker.
    const later = await workedCounty(installation, 'MADERA');
    await later.upload(await manyConvictions('MADERA', 10));
    await later.quiet();
    expect(await county.importOf(id)).toMatchObject({ state: 'reading', bytesRead: 0 });
    await worker.close();
  });
});

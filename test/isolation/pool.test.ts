import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../libs/audit/testing/full-size.ts';
import { makeDataSource } from '../../libs/platform/src/db/data-source.ts';
import { Database, rows, type Tx } from '../../libs/platform/src/index.ts';
import { freshDatabase, query, type TestDatabase } from '../support/database.ts';
import { pause } from '../support/until.ts';
import { seeded } from './random-queries.ts';

const COUNTIES = 10;
const POOL = 5;
const AT_ONCE = 20;
const ROWS = 20;
const READS = sized(10_000, 200_000);

/** How a request of a county ends. */
const endings = ['well', 'well', 'well', 'throws', 'refused by the database', 'given up', 'cut off'] as const;
class Planned extends Error {}

describe(`requests of ${COUNTIES} counties on a pool of ${POOL} connections`, () => {
  const counties = Array.from({ length: COUNTIES }, () => randomUUID());
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await freshDatabase();
    await query(
      database.superUrl,
      `WITH one AS (INSERT INTO county (id, name, kind, data_key) SELECT id, id::text, 'county', '' FROM unnest($1::uuid[]) AS id RETURNING id)
       SELECT count(*) FROM one`,
      [counties],
    );
    await query(
      database.superUrl,
      `INSERT INTO outbox_mail (county_id, id, recipient, subject, body, at)
       SELECT id, gen_random_uuid(), id::text, '', '', now() FROM county, generate_series(1, $1)`,
      [ROWS],
    );
    source = await makeDataSource(database.appUrl, [], POOL).initialize();
  });
  afterAll(() => source?.destroy());

  const read = (tx: Tx) =>
    rows<{ county_id: string; recipient: string }>(tx, `SELECT county_id, recipient FROM outbox_mail`);
  type Door = (ctx: { countyId: string }, work: (tx: Tx) => Promise<void>) => Promise<void>;

  /** Sends requests through a door, ends them in every way there is, and counts what was seen. */
  async function storm(door: Door, requests: number, seed: number) {
    const random = seeded(seed);
    const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
    const seen = { requests: 0, own: 0, foreign: 0, short: 0, outside: 0, broken: 0 };
    const look = async (tx: Tx, countyId: string) => {
      const found = await read(tx);
      seen.requests += 1;
      seen.own += found.filter((row) => row.county_id === countyId).length;
      seen.foreign += found.filter((row) => row.county_id !== countyId || row.recipient !== countyId).length;
      if (found.length < ROWS) seen.short += 1;
    };
    const work = async (tx: Tx, countyId: string, ending: (typeof endings)[number]) => {
      await look(tx, countyId);
      if (ending === 'throws') throw new Planned();
      if (ending === 'refused by the database') await tx.query(`SELECT 1 / 0`);
      if (ending === 'cut off') await tx.query(`SELECT pg_terminate_backend(pg_backend_pid())`);
      if (ending === 'given up') await pause(2);
      await look(tx, countyId);
    };
    const left: Promise<unknown>[] = [];
    const client = async () => {
      while (seen.requests < requests) {
        const [countyId, ending] = [pick(counties), random() < 0.02 ? 'cut off' : pick(endings.slice(0, -1))];
        const request = door({ countyId }, (tx) => work(tx, countyId, ending)).catch((error: unknown) => {
          if (!(error instanceof Planned)) seen.broken += 1;
        });
        // Who asked has gone; the transaction still runs on its connection while the next request comes in.
        if (ending === 'given up') left.push(request);
        else await request;
        if (random() < 0.05)
          seen.outside += (await source.query<unknown[]>(`SELECT 1 FROM outbox_mail`).catch(() => [])).length;
      }
    };
    const killer = async () => {
      const others = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND usename = 'clearance_app' ORDER BY random() LIMIT 2`;
      while (seen.requests < requests) {
        await query(database.superUrl, others);
        await pause(25);
      }
    };
    await Promise.all([killer(), ...Array.from({ length: AT_ONCE }, client)]);
    await Promise.all(left);
    return seen;
  }

  it(`hold no row of another county in ${READS} reads, however the requests before ended`, async () => {
    const door = new Database(source);
    const seen = await storm((ctx, work) => door.inCounty(ctx, work), READS, 1);
    expect(seen).toMatchObject({ foreign: 0, short: 0, outside: 0 });
    expect(seen.requests).toBeGreaterThanOrEqual(READS);
    expect(seen.own).toBe(seen.requests * ROWS);
    // Connections were really lost and statements really refused on the way.
    expect(seen.broken).toBeGreaterThan(READS / 40);
  });

  it('are heard from the moment a connection is handed over, so that one cut just then ends no process', async () => {
    const fresh = await makeDataSource(database.appUrl, [], 1).initialize();
    const listeners = await new Promise<number>((resolve, reject) => {
      const pool = (fresh.driver as PostgresDriver).master as Pool;
      pool.connect((error, client, release) => {
        if (error || !client) return reject(error ?? new Error('no connection'));
        resolve(client.listenerCount('error'));
        release();
      });
    });
    await fresh.destroy();
    expect(listeners).toBeGreaterThan(0);
  });

  it('leave the pool whole: every county is answered afterwards', async () => {
    const door = new Database(source);
    const answers = await Promise.all(counties.map((countyId) => door.inCounty({ countyId }, (tx) => read(tx))));
    expect(answers.map((found) => found.length)).toEqual(counties.map(() => ROWS));
  });

  it('would be found out if the county were set for the session and not for the transaction', async () => {
    const leaking: Door = async (ctx, work) => {
      const runner = source.createQueryRunner();
      try {
        await runner.connect();
        if (Math.random() < 0.5) await runner.query(`SELECT set_config('app.county_id', $1, false)`, [ctx.countyId]);
        await work(runner.manager);
      } finally {
        await runner.release();
      }
    };
    const seen = await storm(leaking, 400, 2);
    expect(seen.foreign).toBeGreaterThan(0);
    expect(seen.outside).toBeGreaterThan(0);
  });

  it('are refused inside one another, where the second connection would wait for the first', async () => {
    const door = new Database(source);
    const [countyId = '', other = ''] = counties;
    const inside = door.inCounty({ countyId }, () => door.inCounty({ countyId: other }, (tx) => read(tx)));
    await expect(inside).rejects.toThrow(/inCounty inside inCounty/);
  });
});

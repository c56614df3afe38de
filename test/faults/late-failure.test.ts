import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Work } from '@clearance/contract';
import { hold, waitingSessions } from '../flow/holding.ts';
import { manyConvictions } from '../flow/many-convictions.ts';
import { faultsOf } from '../flow/oracle.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { until } from '../support/until.ts';
import { workedCounty } from './worked-county.ts';

/** No room on the disk for what began before somebody made some. */
const NO_ROOM = `
  CREATE TABLE room (since timestamptz);
  CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM public.room WHERE since < now()) THEN
      RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER no_room AFTER INSERT ON recommendation FOR EACH STATEMENT EXECUTE FUNCTION no_room();`;

/** More than one chunk of a bulk review. */
const CONVICTIONS = 1_200;

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
});
afterAll(() => installation?.stop());

it('what was begun before somebody resumed the work, and fails after, does not end it again', async () => {
  const { superUrl } = installation.database;
  const county = await workedCounty(installation);
  const { client } = county.people.reviewer;
  const work = async (id: string) => (await client.get<Work>(`/api/work/${id}`)).body;
  await county.upload(await manyConvictions('FRESNO', CONVICTIONS));
  await county.quiet();

  await query(superUrl, NO_ROOM);
  const last = `SELECT 1 FROM conviction WHERE county_id = $1 ORDER BY id DESC LIMIT 1 FOR NO KEY UPDATE`;
  const lastChunk = await hold(superUrl, last, [county.id]);
  const id = await county.recommendAll();
  await until(() => waitingSessions(superUrl));
  const failed = await until(async () => (await work(id)).state === 'failed' && work(id));
  expect(failed.problem).toMatch(/disk of the server is full/);

  await query(superUrl, `INSERT INTO room VALUES (clock_timestamp())`);
  expect((await client.post(`/api/work/${id}/resume`)).status).toBe(200);
  await lastChunk.release();
  await until(async () => (await work(id)).state !== 'running');
  expect(await work(id)).toMatchObject({ state: 'done', done: CONVICTIONS, problem: null });
  expect(await faultsOf(superUrl, county.id)).toEqual([]);
});

import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { AuditLog, Database } from '../../libs/platform/src/index.ts';
import { systemCtx } from '../../libs/platform/src/context.ts';
import { makeCounty, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';

let installation: Installation;
let county: County<never>;
beforeAll(async () => {
  installation = await startInstallation({ workers: 0 });
  county = await makeCounty(installation, { name: 'PLUMAS' });
});
afterEach(() => vi.useRealTimers());
afterAll(() => installation?.stop());

/** Long ago, so that every act began before it was written. */
const BEGUN = Date.UTC(2026, 10, 1);
/** Writes an entry of an act that began so many milliseconds after that. */
function append(begun: number): Promise<void> {
  const { api } = installation;
  const ctx = systemCtx(county.id, `request-${begun}`, new Date(BEGUN + begun));
  const act = { action: 'settings.change', target: { type: 'setting', id: String(begun) } };
  return api.get(Database).inCounty(ctx, (tx) => api.get(AuditLog).append(tx, ctx, [act]));
}
const times = async (): Promise<string[]> =>
  (
    await query<{ at: string }>(
      installation.database.superUrl,
      `SELECT convert_from(bytes, 'UTF8')::jsonb ->> 'at' AS at FROM audit_entry WHERE county_id = $1 ORDER BY seq`,
      [county.id],
    )
  ).map(({ at }) => at);

it('entries of acts that ran at once and began in any order stand in the order of their times', async () => {
  const begun = Array.from({ length: 60 }, (_, at) => ((at * 37) % 60) * 250);
  await Promise.all(begun.map(append));
  const all = await times();
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(all).toEqual(all.toSorted());
});

it('a clock that was set back makes no entry older than the one before it', async () => {
  await append(0);
  vi.useFakeTimers({ toFake: ['Date'], now: BEGUN });
  await append(0);
  await append(0);
  vi.useRealTimers();
  await append(0);
  const all = await times();
  expect(all).toEqual(all.toSorted());
  // The two of the hour before took the time of the entry that they follow.
  expect(new Set(all.slice(-4)).size).toBe(2);
});

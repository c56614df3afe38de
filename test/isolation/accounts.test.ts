import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onServer } from '../../apps/local/src/roles.ts';
import { INSTALLATION_ID } from '../../libs/platform/src/index.ts';
import { makeCounty, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';

let installation: Installation;
let yolo: County<'admin' | 'reviewer'>;
let sutter: County<'admin' | 'reviewer'>;
beforeAll(async () => {
  installation = await startInstallation();
  const staff = { reviewer: ['reviewer'] } as const;
  yolo = await makeCounty(installation, { name: 'YOLO', staff });
  sutter = await makeCounty(installation, { name: 'SUTTER', staff });
});
afterAll(() => installation?.stop());

/** What somebody can do who runs statements of their own as the application role, in a county's transaction. */
async function stolen<T>(county: string | undefined, work: (client: Client) => Promise<T>): Promise<T> {
  let answer: T | undefined;
  await onServer(installation.database.appUrl, async (client) => {
    await client.query('BEGIN');
    if (county !== undefined) await client.query(`SELECT set_config('app.county_id', $1, true)`, [county]);
    answer = await work(client);
    await client.query('ROLLBACK');
  });
  return answer as T;
}
const emailsSeen = (county: string | undefined) =>
  stolen(county, async (client) =>
    (await client.query<{ email: string }>(`SELECT email FROM account`)).rows.map(({ email }) => email).sort(),
  );
const emailsOf = async (county: string) =>
  (
    await query<{ email: string }>(
      installation.database.superUrl,
      `SELECT a.email FROM account a JOIN member m ON m.account_id = a.id WHERE m.county_id = $1 ORDER BY a.email COLLATE "C"`,
      [county],
    )
  ).map(({ email }) => email);

describe('accounts', () => {
  it('are seen by the county whose members they are, and by no other', async () => {
    for (const { id } of [yolo, sutter, { id: INSTALLATION_ID }]) {
      const own = await emailsOf(id);
      expect(own.length).toBeGreaterThan(0);
      expect(await emailsSeen(id)).toEqual(own);
    }
  });

  it('are seen by nobody without a county', async () => {
    expect(await emailsSeen(undefined)).toEqual([]);
    expect(
      await stolen(undefined, async (client) => (await client.query(`SELECT * FROM account_county`)).rowCount),
    ).toBe(0);
  });

  it('of another county are locked and released by nobody', async () => {
    const changed = await stolen(
      yolo.id,
      async (client) => (await client.query(`UPDATE account SET locked_at = now()`)).rowCount,
    );
    expect(changed).toBe((await emailsOf(yolo.id)).length);
  });

  it.each(['password_hash', 'email', 'id'])('keep their %s, whatever county asks', async (column) => {
    const change = stolen(yolo.id, (client) => client.query(`UPDATE account SET ${column} = ${column}`));
    await expect(change).rejects.toMatchObject({ code: '42501' });
  });

  it('are added for a pending invitation of the county only', async () => {
    const add = (county: string, email: string) =>
      stolen(county, (client) =>
        client.query(`INSERT INTO account (id, email, password_hash) VALUES (gen_random_uuid(), $1, '')`, [email]),
      );
    const email = 'next@yolo.example';
    const invited = await yolo.people.admin.client.post('/api/invitations', { emails: [email], roles: ['reviewer'] });
    expect(invited.status).toBe(201);
    await expect(add(yolo.id, email)).resolves.toBeDefined();
    await expect(add(sutter.id, email)).rejects.toMatchObject({ code: '42501' });
    await expect(add(yolo.id, 'nobody@yolo.example')).rejects.toMatchObject({ code: '42501' });
  });

  it('are found by an exact address and by nothing like it', async () => {
    const [known = ''] = await emailsOf(sutter.id);
    const found = (wanted: string) =>
      stolen(yolo.id, async (client) => (await client.query(`SELECT id FROM account_by_email($1)`, [wanted])).rowCount);
    expect(await found(known)).toBe(1);
    for (const wanted of ['%', known.slice(0, -1), `${known} `, known.toUpperCase(), '']) {
      expect(await found(wanted), wanted).toBe(0);
    }
  });

  it('tell a county nothing of where else they work', async () => {
    const seen = await stolen(yolo.id, async (client) =>
      (await client.query<{ county_id: string }>(`SELECT DISTINCT county_id FROM account_county`)).rows.map(
        (row) => row.county_id,
      ),
    );
    expect(seen).toEqual([yolo.id]);
  });
});

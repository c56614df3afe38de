import type { InvitationRow, MemberRow, Refusal } from '@clearance/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onServer } from '../../apps/local/src/roles.ts';
import { Client } from '../support/client.ts';
import { hire, mailTo, makeCounty, operatorOf, PASSWORD, tokenIn, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { onDeviceOf } from './office.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { until } from '../support/until.ts';

describe('an invitation', () => {
  let installation: Installation;
  let county: County<never>;
  let other: County<never>;
  let admin: Client;
  let [invited, accepted] = [0, 0];
  beforeAll(async () => {
    installation = await startInstallation({ workers: 0 });
    county = await makeCounty(installation, { name: 'YOLO' });
    other = await makeCounty(installation, { name: 'NAPA' });
    admin = county.people.admin.client;
  });
  afterAll(() => installation?.stop());

  async function invite({ by = admin, email = `new${(invited += 1)}@yolo.example`, roles = ['reviewer'] } = {}) {
    const { status, body } = await by.post<InvitationRow>('/api/invitations', { emails: [email], roles });
    expect(status, JSON.stringify(body)).toBe(201);
    return { ...body, token: tokenIn(await mailTo(installation.base, email)) };
  }
  const stranger = () => new Client(installation.base);
  const accept = (token: string, more: object = {}) =>
    stranger().post<Refusal>('/api/invitations/accept', {
      ...{ token, name: `New ${(accepted += 1)}`, password: PASSWORD, ...more },
    });
  const open = (token: string) => stranger().post<Refusal>('/api/invitations/open', { token });
  const sql = <T>(text: string, ...values: unknown[]) => query<T>(installation.database.superUrl, text, values);
  async function isDead(token: string) {
    expect(await open(token)).toMatchObject({ status: 410, body: { code: 'invitation_invalid' } });
    expect(await accept(token)).toMatchObject({ status: 410, body: { code: 'invitation_invalid' } });
  }
  const membersOf = (email: string) =>
    sql<{ county_id: string; roles: string[]; status: string }>(
      `SELECT county_id, roles, status FROM member WHERE email = $1`,
      email,
    );

  it('works once', async () => {
    const { token, email } = await invite();
    expect((await open(token)).status).toBe(200);
    expect((await accept(token)).status).toBe(200);
    await isDead(token);
    expect(await membersOf(email)).toHaveLength(1);
  });

  it('works once when it is used twice in the same moment', async () => {
    const { token, email } = await invite();
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 409, 410].includes(status))).toBe(true);
    expect(await membersOf(email)).toHaveLength(1);
  });

  it('is sent to nobody when somebody among many works here already, and says who', async () => {
    const [first, second] = [await invite(), await invite()];
    for (const { token } of [first, second]) await accept(token);
    const emails = ['nobody-yet@yolo.example', second.email, first.email];
    const { status, body } = await admin.post<Refusal>('/api/invitations', { emails, roles: ['reviewer'] });
    expect([status, body.code]).toEqual([409, 'member_exists']);
    expect(body.message).toMatch(/^Nothing was sent yet/);
    expect(body.fields).toEqual({ emails: [first.email, second.email].sort().join(', ') });
    expect(await sql(`SELECT 1 FROM invitation WHERE email = 'nobody-yet@yolo.example'`)).toEqual([]);
  });

  it('is dead when it was withdrawn, and withdrawing says so a second time', async () => {
    const { token, id } = await invite();
    expect((await admin.del(`/api/invitations/${id}`)).status).toBe(200);
    await isDead(token);
    expect((await admin.del(`/api/invitations/${id}`)).status).toBe(409);
  });

  it('is dead when a newer one went to the same address', async () => {
    const older = await invite();
    const newer = await invite({ email: older.email });
    await isDead(older.token);
    expect((await open(newer.token)).status).toBe(200);
  });

  it('is dead after a day', async () => {
    const { token, id } = await invite();
    const [found] = await sql<{ hours: number }>(
      `SELECT extract(epoch FROM expires_at - created_at)::int / 3600 AS hours FROM invitation WHERE id = $1`,
      id,
    );
    expect(found?.hours).toBe(24);
    await sql(`UPDATE invitation SET expires_at = now() - interval '1 second' WHERE id = $1`, id);
    await isDead(token);
  });

  it('is dead in a suspended county', async () => {
    const operator = await operatorOf(installation);
    const closed = await makeCounty(installation, { name: 'LAKE' });
    const { token } = await invite({ by: closed.people.admin.client, email: 'new@lake.example' });
    await operator.put(`/api/counties/${closed.id}`, { status: 'suspended' });
    await isDead(token);
  });

  it('is dead when whoever gave it may no longer invite', async () => {
    const second = await hire(installation.base, admin, 'second@yolo.example', ['county_admin']);
    const { token } = await invite({ by: second.client });
    const { body } = await admin.get<MemberRow>(`/api/members/${second.memberId}`);
    await admin.put(`/api/members/${second.memberId}`, { version: body.version, roles: ['reviewer'] });
    expect(await accept(token)).toMatchObject({ status: 410, body: { code: 'invitation_invalid' } });
  });

  it('is not opened by a token that is wrong, cut, of another county or not there', async () => {
    const { token } = await invite();
    const [id = '', secret = ''] = token.split('.', 2);
    const wrong = [
      ...['', 'x', id, secret, `${id}.`, `.${secret}`, `${id}.${secret.slice(1)}`, `${id}.${secret}A`],
      ...[
        `${other.id}.${secret}`,
        `${id}.${[...secret].reverse().join('')}`,
        `${token}.${token}`,
        `${id}.${'%00'.repeat(43)}`,
      ],
    ];
    for (const text of wrong) expect((await open(text)).status, text).toBe(410);
    for (const text of wrong) expect([410, 422], text).toContain((await accept(text)).status);
    expect((await open(token)).status).toBe(200);
  });

  it('gives the roles, the address and the county it was given for, whatever the one who accepts sends along', async () => {
    const { token, email } = await invite({ roles: ['reviewer'] });
    const smuggled = {
      ...{ email: 'else@yolo.example', roles: ['county_admin', 'approver'], role: 'operator', countyId: other.id },
      ...{ county_id: other.id, county: other.id, status: 'suspended', accountId: county.id, memberId: county.id },
    };
    expect(await accept(token, smuggled)).toMatchObject({ status: 200, body: { email } });
    expect(await membersOf(email)).toEqual([{ county_id: county.id, roles: ['reviewer'], status: 'active' }]);
    expect(await membersOf('else@yolo.example')).toEqual([]);
  });

  it('gives no role of the installation, none that is unknown, and not none', async () => {
    for (const roles of [['operator'], ['county_admin', 'operator'], ['system'], []]) {
      const { status } = await admin.post('/api/invitations', { emails: ['x@yolo.example'], roles });
      expect(status, roles.join()).toBe(422);
    }
  });

  it('stays good when the password is refused', async () => {
    const { token } = await invite();
    expect(await accept(token, { password: 'password123' })).toMatchObject({
      status: 422,
      body: { code: 'weak_password' },
    });
    expect((await accept(token)).status).toBe(200);
  });

  it('opens a second county to an existing account only with its password', async () => {
    const { email } = other.people.admin;
    const { token } = await invite({ email });
    expect(await accept(token, { password: 'another-password-9' })).toMatchObject({
      status: 401,
      body: { code: 'sign_in_refused' },
    });
    expect(await membersOf(email)).toHaveLength(1);
    expect((await accept(token)).status).toBe(200);
    expect(await membersOf(email)).toHaveLength(2);
  });

  it('is no way to guess the password of an existing account: five failures lock it here as well', async () => {
    const victim = await hire(installation.base, other.people.admin.client, 'victim@napa.example', ['reviewer']);
    const { token } = await invite({ email: victim.email });
    const onDevice = (password: string) => {
      const body = { token, name: 'New', password };
      return onDeviceOf(installation.base, victim).post<Refusal>('/api/invitations/accept', body);
    };
    for (let time = 0; time < 5; time += 1) expect((await onDevice(`guess-number-${time}`)).status).toBe(401);
    expect((await onDevice(PASSWORD)).status).toBe(401);
    const [account] = await sql<{ locked: boolean }>(
      `SELECT locked_at IS NOT NULL AS locked FROM account WHERE email = $1`,
      victim.email,
    );
    expect(account?.locked).toBe(true);
  });

  it('is no way around the throttle either: a stranger is stopped before the account can be locked', async () => {
    const victim = await hire(installation.base, other.people.admin.client, 'calm@napa.example', ['reviewer']);
    const { token } = await invite({ email: victim.email });
    const guesses = [];
    for (let time = 0; time < 6; time += 1)
      guesses.push((await accept(token, { password: `guess-number-${time}` })).status);
    expect(guesses).toEqual([401, 401, 401, 429, 429, 429]);
    expect(await sql(`SELECT 1 FROM account WHERE email = $1 AND locked_at IS NULL`, victim.email)).toHaveLength(1);
  });

  it('from the operator lets a county in again whose last administrator has left', async () => {
    const operator = await operatorOf(installation);
    const left = await makeCounty(installation, { name: 'MARIN', staff: { reviewer: ['reviewer'] } });
    await sql(`UPDATE member SET status = 'suspended' WHERE id = $1`, left.people.admin.memberId);
    const adminEmail = 'next@marin.example';
    const sent = await operator.post(`/api/counties/${left.id}/administrators`, { adminEmail });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    const answer = await accept(tokenIn(await mailTo(installation.base, adminEmail)));
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(await membersOf(adminEmail)).toEqual([{ county_id: left.id, roles: ['county_admin'], status: 'active' }]);
  });

  it('need never come from the operator because two administrators took each other out at once', async () => {
    const { superUrl } = installation.database;
    const staff = { second: ['county_admin'] } as const;
    const { id, people } = await makeCounty(installation, { name: 'SUTTER', staff });
    const { admin: one, second: two } = people;
    const out = (by: typeof one, whom: typeof one) =>
      by.client.put(`/api/members/${whom.memberId}`, { version: 1, status: 'suspended' });
    const held = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await onServer(superUrl, async (client) => {
      // Both are held where they end the other's sessions, after each has looked whether an administrator is left.
      await client.query('BEGIN');
      await client.query('SELECT 1 FROM session WHERE county_id = $1 FOR UPDATE', [id]);
      const both = Promise.all([out(one, two), out(two, one)]);
      await until(async () => (await query(superUrl, held)).length === 2);
      await client.query('COMMIT');
      expect((await both).filter(({ status }) => status === 200)).toHaveLength(1);
    });
    expect(await sql(`SELECT 1 FROM member WHERE county_id = $1 AND status = 'active'`, id)).toHaveLength(1);
  });
});

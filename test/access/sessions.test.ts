import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Sessions, type Ctx } from '../../libs/platform/src/index.ts';
import { signIn } from '../support/client.ts';
import { makeCounty, operatorOf, PASSWORD, type Person } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { FAILURES, openOffice, type Office } from './office.ts';

const IDLE_SECONDS = 60;

describe('a session', () => {
  let installation: Installation;
  let office: Office;
  beforeAll(async () => {
    installation = await startInstallation({ workers: 0, env: { SESSION_IDLE_SECONDS: String(IDLE_SECONDS) } });
    office = await openOffice(installation);
  });
  afterAll(() => installation?.stop());

  describe('ends at once', () => {
    it('when its member is suspended, and she gets no other', async () => {
      const person = await office.someone();
      await office.change(person, { status: 'suspended' });
      expect(await office.alive(person.client)).toBe(false);
      expect((await office.login(person.email, PASSWORD)).status).toBe(401);
      await office.change(person, { status: 'active' });
      expect(await office.alive(person.client)).toBe(false);
      expect((await office.login(person.email, PASSWORD)).status).toBe(204);
    });

    it('when the roles of its member change, and the next one has the new rights', async () => {
      const person = await office.someone(['reviewer']);
      await office.change(person, { roles: ['compliance'] });
      expect(await office.alive(person.client)).toBe(false);
      const again = await signIn(installation.base, person.email, PASSWORD);
      expect((await again.get('/api/audit-events')).status).toBe(200);
      expect((await again.post('/api/convictions/x/recommendations')).status).toBe(403);
    });

    it('when an administrator ends all of them', async () => {
      const person = await office.someone();
      const second = await signIn(installation.base, person.email, PASSWORD);
      await office.admin.post(`/api/members/${person.memberId}/end-sessions`);
      expect([await office.alive(person.client), await office.alive(second)]).toEqual([false, false]);
    });

    it('when its owner signs out; her other sessions live on', async () => {
      const person = await office.someone();
      const second = await signIn(installation.base, person.email, PASSWORD);
      const out = await person.client.post('/api/auth/logout');
      expect(out.status).toBe(204);
      expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-clearance=;.*Expires=Thu, 01 Jan 1970/);
      expect([await office.alive(person.client), await office.alive(second)]).toEqual([false, true]);
    });

    it('when its county is suspended', async () => {
      const operator = await operatorOf(installation);
      const { id, people } = await makeCounty(installation, { name: 'MARIN' });
      await operator.put(`/api/counties/${id}`, { status: 'suspended' });
      expect(await office.alive(people.admin.client)).toBe(false);
    });
  });

  it('ends after so long without use, and use keeps it', async () => {
    const person = await office.someone();
    const idle = (seconds: number) =>
      office.sql(
        `UPDATE session SET seen_at = now() - make_interval(secs => $2) WHERE member_id = $1`,
        person.memberId,
        seconds,
      );
    expect((await person.client.get<{ idleSeconds: number }>('/api/me')).body.idleSeconds).toBe(IDLE_SECONDS);
    for (let time = 0; time < 3; time += 1) {
      await idle(IDLE_SECONDS - 10);
      expect(await office.alive(person.client)).toBe(true);
    }
    await office.sql(
      `UPDATE session SET seen_at = seen_at - make_interval(secs => 15) WHERE member_id = $1`,
      person.memberId,
    );
    expect(await office.alive(person.client)).toBe(true);
    await idle(IDLE_SECONDS + 1);
    expect(await office.alive(person.client)).toBe(false);
  });

  it('ends after twelve hours, used or not', async () => {
    const person = await office.someone();
    const age = (hours: string) =>
      office.sql(`UPDATE session SET created_at = now() - $2::interval WHERE member_id = $1`, person.memberId, hours);
    await age('11 hours 59 minutes');
    expect(await office.alive(person.client)).toBe(true);
    await age('12 hours 1 second');
    expect(await office.alive(person.client)).toBe(false);
  });

  describe('behind an event stream or a long upload is asked again, and is no longer good', () => {
    /** What an event stream asks now and then, and an upload at its end. */
    const goesOn = async (person: Person) => {
      const [session] = await office.sql<{ county_id: string; id: string }>(
        `SELECT county_id, id FROM session WHERE member_id = $1`,
        person.memberId,
      );
      const ctx: Ctx = {
        countyId: session?.county_id ?? office.county.id,
        actor: { kind: 'person', memberId: person.memberId, roles: [], sessionId: session?.id ?? office.county.id },
        requestId: 'long',
        now: new Date(),
      };
      const sessions = installation.api.get(Sessions);
      return { stream: await sessions.stillGood(ctx), upload: await sessions.outlives(ctx) };
    };
    const neither = { stream: false, upload: false };

    it('once it was ended, its member suspended, or its time is up', async () => {
      const [ended, suspended, old] = [await office.someone(), await office.someone(), await office.someone()];
      for (const person of [ended, suspended, old])
        expect(await goesOn(person)).toEqual({ stream: true, upload: true });
      await office.admin.post(`/api/members/${ended.memberId}/end-sessions`);
      await office.sql(`UPDATE member SET status = 'suspended' WHERE id = $1`, suspended.memberId);
      await office.sql(
        `UPDATE session SET created_at = created_at - interval '12 hours' WHERE member_id = $1`,
        old.memberId,
      );
      for (const person of [ended, suspended, old]) expect(await goesOn(person)).toEqual(neither);
    });

    it('but goes on while the account is locked', async () => {
      const person = await office.someone();
      await office.fail(person, FAILURES);
      expect(await goesOn(person)).toEqual({ stream: true, upload: true });
    });

    it('once its county is suspended', async () => {
      const operator = await operatorOf(installation);
      const { id, people } = await makeCounty(installation, { name: 'LAKE' });
      await operator.put(`/api/counties/${id}`, { status: 'suspended' });
      expect(await goesOn(people.admin)).toEqual(neither);
    });

    it('for a stream, once nothing else was asked for so long; the bytes of an upload are use', async () => {
      const person = await office.someone();
      await office.sql(
        `UPDATE session SET seen_at = now() - interval '61 seconds' WHERE member_id = $1`,
        person.memberId,
      );
      expect(await goesOn(person)).toEqual({ stream: false, upload: true });
      expect(await office.alive(person.client)).toBe(true);
    });
  });

  it('is used by no other site', async () => {
    const person = await office.someone();
    const { host } = new URL(installation.base);
    const foreign: readonly Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://${host}.evil.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: `http://${host}`, 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign) {
      const answer = await person.client.post('/api/auth/logout', {}, headers);
      expect(answer, JSON.stringify(headers)).toMatchObject({ status: 403, body: { code: 'foreign_origin' } });
      for (const method of ['PUT', 'DELETE']) {
        const { status } = await person.client.send(method, '/api/members/x', {}, headers);
        expect(status, `${method} ${JSON.stringify(headers)}`).toBe(403);
      }
    }
    expect(await office.alive(person.client)).toBe(true);
    const own = { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
    expect((await person.client.post('/api/auth/logout', {}, own)).status).toBe(204);
  });
});

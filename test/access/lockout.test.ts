import type { MemberRow, Refusal } from '@clearance/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Client, listOf, signIn, type Answer } from '../support/client.ts';
import { mailTo, makeCounty, PASSWORD, tokenIn, type Person } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { until } from '../support/until.ts';
import { FAILURES, onDeviceOf, openOffice, type Office } from './office.ts';

/** The hashes that passwords were checked against. */
const checked: string[] = [];
vi.mock('@node-rs/argon2', async (load) => {
  const real = await load<typeof import('@node-rs/argon2')>();
  return {
    ...real,
    verify: (...given: Parameters<typeof real.verify>) => {
      checked.push(String(given[0]));
      return real.verify(...given);
    },
  };
});

const MASTER_KEY = Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 37) % 251)).toString('base64');
/** So many attempts from devices that an account does not know are checked in a quarter of an hour. */
const [ELSEWHERE, UNKNOWN_DEVICES] = [3, 4];

describe('a lock', () => {
  let installation: Installation;
  let second: Installation;
  let office: Office;
  beforeAll(async () => {
    installation = await startInstallation({ env: { MASTER_KEY } });
    second = await startInstallation({ workers: 0, database: installation.database, env: { MASTER_KEY } });
    office = await openOffice(installation);
  });
  afterAll(async () => {
    await second?.stop();
    await installation?.stop();
  });

  const isLocked = async (person: Person) => (await office.member(person)).status === 'locked';
  const guess = (email: string, client: Client, password = 'wrong-password') => office.login(email, password, client);
  const statuses = (answers: readonly Answer<Refusal>[]) => answers.map(({ status }) => status).sort();
  const times = <T>(count: number, make: (time: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => make(at));
  /** How many passwords were checked against the account's own hash meanwhile. */
  async function checksOf({ email }: Person, act: () => Promise<unknown>): Promise<number> {
    const [account] = await office.sql<{ hash: string }>(
      `SELECT password_hash AS hash FROM account WHERE email = $1`,
      email,
    );
    const before = checked.length;
    await act();
    return checked.slice(before).filter((hash) => hash === account?.hash).length;
  }
  const sessionsOf = async ({ memberId }: Person) =>
    (await office.sql(`SELECT 1 FROM session WHERE member_id = $1`, memberId)).length;
  const onLog = ({ memberId }: Person, action: string, countyId = office.county.id) =>
    office.sql<{ actor: string; entry: { detail?: { by?: string }; source: { address?: string } } }>(
      `SELECT actor_id AS actor, convert_from(bytes, 'UTF8')::json AS entry FROM audit_entry
        WHERE county_id = $1 AND action = $2 AND target_id = $3`,
      countyId,
      action,
      memberId,
    );

  describe('is beyond the reach of a stranger', () => {
    it('who guesses five passwords of each of four people: nobody is locked, signed out or kept out', async () => {
      const people = [await office.someone(), await office.someone(), await office.someone(), await office.someone()];
      const stranger = new Client(installation.base);
      await Promise.all(people.flatMap(({ email }) => times(FAILURES, () => guess(email, stranger))));
      for (const person of people) {
        expect(await isLocked(person)).toBe(false);
        expect(await office.alive(person.client)).toBe(true);
        expect((await guess(person.email, onDeviceOf(installation.base, person), PASSWORD)).status).toBe(204);
      }
    });

    it('who has forty networks, and the right password is not tried among forty at once', async () => {
      const person = await office.someone();
      const checks = await checksOf(person, async () => {
        const answers = await Promise.all(
          times(40, (time) => guess(person.email, new Client(installation.base), `guess-number-${time}`)),
        );
        expect(statuses(answers)).toEqual([...Array<number>(ELSEWHERE).fill(401), ...Array<number>(37).fill(429)]);
      });
      expect(checks).toBe(ELSEWHERE);
      expect((await guess(person.email, new Client(installation.base), PASSWORD)).status).toBe(429);
      expect(await isLocked(person)).toBe(false);
    });

    it('who asks several processes: they count together', async () => {
      const person = await office.someone();
      const checks = await checksOf(person, () =>
        Promise.all(times(20, (time) => guess(person.email, new Client([installation, second][time % 2]?.base ?? '')))),
      );
      expect(checks).toBe(ELSEWHERE);
    });

    it('who sits in a network that people work from as well', async () => {
      const [person, colleague] = [await office.someone(), await office.someone()];
      const inside = () => new Client(installation.base, colleague.client.address);
      const checks = await checksOf(person, async () => {
        for (let time = 0; time < 3; time += 1) await guess(person.email, new Client(installation.base));
        for (let time = 0; time < 6; time += 1) await guess(person.email, inside());
      });
      expect(checks).toBe(UNKNOWN_DEVICES);
      expect(await isLocked(person)).toBe(false);
    });

    it('and a browser that is new in the office still gets in while a stranger elsewhere guesses', async () => {
      const [person, colleague] = [await office.someone(), await office.someone()];
      await Promise.all(times(10, () => guess(person.email, new Client(installation.base))));
      const inOffice = new Client(installation.base, colleague.client.address);
      expect((await guess(person.email, inOffice, PASSWORD)).status).toBe(204);
    });

    it('who cannot tell by the throttle whether there is an account', async () => {
      const person = await office.someone();
      const told = async (email: string) => {
        const stranger = new Client(installation.base);
        const answers: Answer<Refusal>[] = [];
        for (let time = 0; time < 5; time += 1) answers.push(await guess(email, stranger));
        return answers.map(({ status, body: { code }, headers }) => [status, code, [...headers.keys()].sort()]);
      };
      const unknown = await told('nobody-here@yolo.example');
      expect(unknown.map(([status]) => status)).toEqual([401, 401, 401, 429, 429]);
      expect(await told(person.email)).toEqual(unknown);
    });

    it('and attempts that were good take nothing from the next ones', async () => {
      const person = await office.someone();
      for (let time = 0; time < 8; time += 1)
        expect((await guess(person.email, new Client(installation.base), PASSWORD)).status).toBe(204);
    });
  });

  describe('comes after five failures', () => {
    it('however many are tried at once on devices that the account knows: five are checked', async () => {
      const person = await office.someone();
      const devices = await Promise.all(
        times(3, async () => (await signIn(installation.base, person.email, PASSWORD)).device),
      );
      const sessions = await sessionsOf(person);
      const checks = await checksOf(person, () =>
        Promise.all(
          times(30, (time) => {
            const client = new Client([installation, second][time % 2]?.base ?? '');
            client.cookie = devices[time % 3] ?? '';
            return guess(person.email, client);
          }),
        ),
      );
      expect(checks).toBe(FAILURES);
      expect(await isLocked(person)).toBe(true);
      expect((await guess(person.email, onDeviceOf(installation.base, person), PASSWORD)).status).toBe(401);
      await office.change(person, { status: 'active' });
      expect(await sessionsOf(person)).toBe(sessions);
    });

    it('at whatever moment of a quarter of an hour they came', async () => {
      const person = await office.someone();
      await office.fail(person, 3);
      await office.sql(
        `UPDATE sign_in_tries SET tries = ARRAY(SELECT t - interval '14 minutes' FROM unnest(tries) AS t)`,
      );
      await office.fail(person, 2);
      expect(await isLocked(person)).toBe(true);
    });

    it('ends no session, and a good sign-in before it begins the count anew', async () => {
      const person = await office.someone();
      await office.fail(person, FAILURES - 1);
      expect((await guess(person.email, onDeviceOf(installation.base, person), PASSWORD)).status).toBe(204);
      await office.fail(person, FAILURES - 1);
      expect(await isLocked(person)).toBe(false);
      await office.fail(person, 1);
      expect(await isLocked(person)).toBe(true);
      expect(await office.alive(person.client)).toBe(true);
    });

    it('and the staff page shows who, since when and from where; the log has the lock and the release', async () => {
      const person = await office.someone();
      await office.fail(person, FAILURES);
      const locked = await office.admin.get<MemberRow[]>(listOf('/api/members', { filter: { status: 'locked' } }));
      const row = locked.body.find(({ id }) => id === person.memberId);
      expect(row).toMatchObject({ name: person.email.split('@')[0], lockedAt: expect.any(String) as string });
      const [lock, ...more] = await onLog(person, 'account.lock');
      expect(more).toEqual([]);
      expect(lock).toMatchObject({ actor: 'anonymous', entry: { source: { address: row?.lockedFrom } } });
      await office.change(person, { status: 'active' });
      expect(await office.member(person)).toMatchObject({ status: 'active', lockedAt: null, lockedFrom: null });
      expect(await onLog(person, 'account.release')).toMatchObject([{ actor: office.county.people.admin.memberId }]);
      expect(await office.alive(person.client)).toBe(true);
    });

    it('in every county in which the account works, and so does the release', async () => {
      const person = await office.someone();
      const other = await makeCounty(installation, { name: 'NAPA' });
      await other.people.admin.client.post('/api/invitations', { emails: [person.email], roles: ['reviewer'] });
      const token = tokenIn(await mailTo(installation.base, person.email));
      const accepted = { token, name: 'Elsewhere', password: PASSWORD };
      expect((await new Client(installation.base).post('/api/invitations/accept', accepted)).status).toBe(200);
      const [there] = await office.sql<{ id: string }>(
        `SELECT id FROM member WHERE county_id = $1 AND email = $2`,
        other.id,
        person.email,
      );
      const elsewhere = { ...person, memberId: there?.id ?? '' };
      await office.fail(person, FAILURES);
      await office.change(person, { status: 'active' });
      for (const action of ['account.lock', 'account.release']) {
        expect(await onLog(person, action), action).toHaveLength(1);
        expect(await onLog(elsewhere, action, other.id), action).toHaveLength(1);
      }
      const [release] = await onLog(elsewhere, 'account.release', other.id);
      expect(release).toMatchObject({ actor: 'system', entry: { detail: { by: 'another county' } } });
    });
  });

  describe('knows a device', () => {
    it('by a cookie that no script, no other site and no plain connection gets, and stores its hash', async () => {
      const person = await office.someone();
      const client = new Client(installation.base);
      const answer = await guess(person.email, client, PASSWORD);
      const [, device = ''] = answer.headers.getSetCookie();
      const parts = device.split('; ').map((part) => part.toLowerCase().replace(/^expires=.*/, 'expires'));
      expect(parts.slice(1).sort()).toEqual(
        ['expires', 'httponly', `max-age=${180 * 86_400}`, 'path=/', 'samesite=strict', 'secure'].sort(),
      );
      const secret = /^__Host-clearance-device=[^.]+\.([A-Za-z0-9_-]{43});/.exec(device)?.[1] ?? '';
      expect(secret).not.toBe('');
      const stored = await office.sql<{ all: string }>(`SELECT string_agg(d::text, ' ') AS all FROM known_device AS d`);
      expect(stored[0]?.all).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
      expect(stored[0]?.all).not.toContain(secret);
      expect(stored[0]?.all).not.toContain(client.address);
    });

    it('for the account that signed in on it, and for no other', async () => {
      const [person, colleague] = [await office.someone(), await office.someone()];
      const theirs = onDeviceOf(installation.base, colleague);
      const checks = await checksOf(person, async () => {
        for (let time = 0; time < 8; time += 1) await guess(person.email, theirs);
      });
      expect(checks).toBe(ELSEWHERE);
    });

    it('for everybody who works on it, and takes no token that somebody made up', async () => {
      const [person, colleague] = [await office.someone(), await office.someone()];
      const shared = onDeviceOf(installation.base, person);
      const deviceOf = ({ headers }: Answer<Refusal>) => headers.getSetCookie()[1]?.split(';', 1)[0];
      expect(deviceOf(await guess(colleague.email, shared, PASSWORD))).toBe(shared.cookie);
      const forged = new Client(installation.base);
      forged.cookie = `__Host-clearance-device=00000000-0000-0000-0000-000000000000.${'A'.repeat(43)}`;
      expect(deviceOf(await guess(person.email, forged, PASSWORD))).not.toBe(forged.cookie);
    });

    it('on which an invitation was accepted', async () => {
      await office.admin.post('/api/invitations', { emails: ['first@yolo.example'], roles: ['reviewer'] });
      const token = tokenIn(await mailTo(installation.base, 'first@yolo.example'));
      const client = new Client(installation.base);
      const accepted = await client.post('/api/invitations/accept', { token, name: 'First', password: PASSWORD });
      client.cookie = accepted.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
      await Promise.all(times(5, () => guess('first@yolo.example', new Client(installation.base))));
      expect((await guess('first@yolo.example', client, PASSWORD)).status).toBe(204);
    });
  });

  it('of a person nobody knows is not kept: addresses that were tried stand nowhere', async () => {
    const client = new Client(installation.base);
    await guess('typed-password-by-mistake', client);
    const stored = await office.sql<{ all: string }>(`SELECT string_agg(t::text, ' ') AS all FROM sign_in_tries AS t`);
    expect(stored[0]?.all).not.toContain('typed-password');
    expect(stored[0]?.all).not.toContain('@');
    expect(stored[0]?.all).not.toContain(client.address);
  });

  it('leaves nothing behind for ever: sessions, attempts and devices whose time is over are deleted', async () => {
    const [old, young] = [await office.someone(), await office.someone()];
    await office.fail(old, 1);
    await office.sql(
      `UPDATE session SET created_at = now() - interval '12 hours 1 minute' WHERE member_id = $1`,
      old.memberId,
    );
    await office.sql(
      `UPDATE session SET created_at = now() - interval '11 hours', seen_at = now() - interval '11 hours' WHERE member_id = $1`,
      young.memberId,
    );
    await office.sql(`UPDATE sign_in_tries SET until = now() - interval '1 minute'`);
    await office.sql(
      `UPDATE known_device SET used_at = now() - interval '181 days'
        WHERE account_id = (SELECT account_id FROM member WHERE id = $1)`,
      old.memberId,
    );
    const left = async () => {
      const [found] = await office.sql<{ devices: number; tries: number }>(
        `SELECT (SELECT count(*)::int FROM known_device WHERE used_at < now() - interval '180 days') AS devices,
                (SELECT count(*)::int FROM sign_in_tries) AS tries`,
      );
      return { ...found, sessions: await sessionsOf(old) };
    };
    await until(async () => Object.values(await left()).every((count) => count === 0), { moves: left });
    // An upload that began within its twelve hours may still be using it.
    expect(await sessionsOf(young)).toBe(1);
  });
});

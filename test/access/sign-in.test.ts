import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Refusal } from '@clearance/contract';
import { Client, type Answer } from '../support/client.ts';
import { makeCounty, operatorOf, PASSWORD } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { FAILURES, openOffice, type Office } from './office.ts';

/** The hashes that passwords were checked against: nearly all the time of a refusal goes into that. */
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

describe('a session', () => {
  let installation: Installation;
  let office: Office;
  beforeAll(async () => {
    installation = await startInstallation({ workers: 0 });
    office = await openOffice(installation);
  });
  afterAll(() => installation?.stop());

  describe('is not begun', () => {
    it('with a locked account, whatever the password, until an administrator releases it', async () => {
      const person = await office.someone();
      await office.fail(person, FAILURES - 1);
      expect((await office.login(person.email, PASSWORD)).status).toBe(204);
      await office.fail(person, FAILURES);
      expect((await office.login(person.email, PASSWORD)).status).toBe(401);
      expect((await office.member(person)).status).toBe('locked');
      await office.change(person, { roles: ['reviewer', 'approver'] });
      expect((await office.login(person.email, PASSWORD)).status).toBe(401);
      await office.change(person, { status: 'active' });
      expect((await office.login(person.email, PASSWORD)).status).toBe(204);
      expect((await office.member(person)).status).toBe('active');
    });

    it('after failures that lie fifteen minutes apart, the account stays open', async () => {
      const person = await office.someone();
      await office.fail(person, FAILURES - 1);
      await office.sql(
        `UPDATE sign_in_tries SET tries = ARRAY(SELECT t - interval '16 minutes' FROM unnest(tries) AS t)`,
      );
      await office.fail(person, FAILURES - 1);
      expect((await office.login(person.email, PASSWORD)).status).toBe(204);
    });

    it('and every refusal is the same answer, whoever does not get in and why', async () => {
      const [wrong, locked, suspended] = [await office.someone(), await office.someone(), await office.someone()];
      await office.fail(locked, FAILURES);
      await office.change(suspended, { status: 'suspended' });
      const operator = await operatorOf(installation);
      const closed = await makeCounty(installation, { name: 'NAPA' });
      await operator.put(`/api/counties/${closed.id}`, { status: 'suspended' });
      const tries: readonly (readonly [string, string])[] = [
        ['nobody@yolo.example', PASSWORD],
        ['not an address', PASSWORD],
        [wrong.email, 'wrong-password'],
        [locked.email, PASSWORD],
        [locked.email, 'wrong-password'],
        [suspended.email, PASSWORD],
        [suspended.email, 'wrong-password'],
        [closed.people.admin.email, PASSWORD],
        [closed.people.admin.email, 'wrong-password'],
      ];
      const told = ({ status, body, headers }: Answer<Refusal>) => ({
        status,
        body: { ...body, requestId: '' },
        cookies: headers.getSetCookie(),
        headers: [...headers.keys()].sort(),
        length: headers.get('content-length'),
      });
      const answers = [];
      for (const [email, password] of tries) answers.push(told(await office.login(email, password)));
      expect(answers[0]).toMatchObject({ status: 401, body: { code: 'sign_in_refused' }, cookies: [] });
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    });

    it('and a refusal checks one password at the same cost, for an unknown address as for a known one', async () => {
      const person = await office.someone();
      const costs = async (email: string) => {
        const before = checked.length;
        expect((await office.login(email, 'wrong-password')).status).toBe(401);
        return checked.slice(before).map((hash) => hash.split('$').slice(1, 4).join(' '));
      };
      const known = await costs(person.email);
      expect(known).toEqual(['argon2id v=19 m=19456,t=2,p=1']);
      for (const email of ['nobody@yolo.example', 'not an address', 'nobody@yolo.example']) {
        expect(await costs(email), email).toEqual(known);
      }
    });

    it('from an address that guesses fast, while other addresses go on', async () => {
      const person = await office.someone();
      const guesser = new Client(installation.base);
      // At once: on a slow machine twenty, one after the other, would take longer than the minute in which they count.
      const guesses = await Promise.all(
        Array.from({ length: 22 }, (_, time) => office.login(`guess${time}@yolo.example`, 'x', guesser)),
      );
      expect(guesses.map(({ status }) => status).sort()).toEqual([...Array<number>(20).fill(401), 429, 429]);
      const stopped = await office.login(person.email, PASSWORD, guesser);
      expect(stopped).toMatchObject({ status: 429, body: { code: 'sign_in_throttled' } });
      expect(stopped.body.details?.['seconds']).toBeLessThanOrEqual(60);
      expect((await office.login(person.email, PASSWORD)).status).toBe(204);
    });
  });

  describe('is begun', () => {
    it('with a new secret each time, in a cookie that no script, no other site and no plain connection gets', async () => {
      const person = await office.someone();
      const [one, two] = [await office.login(person.email, PASSWORD), await office.login(person.email, PASSWORD)];
      const [first = '', second = ''] = [one, two].map(({ headers }) => headers.getSetCookie()[0] ?? '');
      expect(first.split(';', 1)).not.toEqual(second.split(';', 1));
      const parts = first
        .split('; ')
        .slice(1)
        .map((part) => part.toLowerCase());
      expect(parts.sort()).toEqual(['httponly', 'path=/', 'samesite=strict', 'secure']);
      expect(first).toMatch(/^__Host-/);
      const secret = first.split(';', 1)[0]?.split('.', 2)[1] ?? '';
      expect(secret.length).toBeGreaterThanOrEqual(43);
      const stored = await office.sql(
        `SELECT 1 FROM session WHERE token_hash::text LIKE '%' || encode($1, 'hex') || '%'`,
        secret,
      );
      expect(stored).toEqual([]);
    });
  });
});

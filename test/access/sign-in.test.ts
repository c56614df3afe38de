import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refusal } from '@clearance/contract';
import { Client, type Answer } from '../support/client.ts';
import { makeCounty, operatorOf, PASSWORD } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { FAILURES, openOffice, type Office } from './office.ts';

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

    it('and what is open ends with the lock', async () => {
      const person = await office.someone();
      expect(await office.alive(person.client)).toBe(true);
      await office.fail(person, FAILURES);
      expect(await office.alive(person.client)).toBe(false);
    });

    it('after failures that lie fifteen minutes apart, the account stays open', async () => {
      const person = await office.someone();
      await office.fail(person, FAILURES - 1);
      await office.sql(
        `UPDATE account SET failing_since = failing_since - interval '16 minutes' WHERE email = $1`,
        person.email,
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

    it('and a refusal takes as long for an unknown address as for a wrong password', async () => {
      const person = await office.someone();
      const timed = async (email: string) => {
        const start = performance.now();
        await office.login(email, 'wrong-password');
        return performance.now() - start;
      };
      // In turns, since whatever else this machine does slows some: a difference that is there is there in every one.
      const shares: number[] = [];
      for (let turn = 0; turn < FAILURES - 1; turn += 1) {
        const [unknown, known] = [await timed('nobody@yolo.example'), await timed(person.email)];
        shares.push(unknown / known);
      }
      expect(
        shares.filter((share) => share > 1 / 2 && share < 2),
        `shares: ${shares.join()}`,
      ).not.toEqual([]);
    });

    it('from an address that guesses fast, while other addresses go on', async () => {
      const person = await office.someone();
      const guesser = new Client(installation.base);
      const codes = [];
      for (let time = 0; time < 22; time += 1)
        codes.push((await office.login(`guess${time}@yolo.example`, 'x', guesser)).status);
      expect(codes.slice(0, 20)).toEqual(Array(20).fill(401));
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

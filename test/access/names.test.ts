import type { Refusal } from '@clearance/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../support/client.ts';
import { mailTo, makeCounty, operatorOf, PASSWORD, tokenIn } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { openOffice, type Office } from './office.ts';

let installation: Installation;
let office: Office;
beforeAll(async () => {
  installation = await startInstallation({ workers: 0 });
  office = await openOffice(installation);
});
afterAll(() => installation?.stop());

let invited = 0;
async function invite(admin = office.admin): Promise<{ token: string; email: string }> {
  const email = `named${(invited += 1)}@yolo.example`;
  await admin.post('/api/invitations', { emails: [email], roles: ['reviewer'] });
  return { email, token: tokenIn(await mailTo(installation.base, email)) };
}
const accept = (token: string, name: string) =>
  new Client(installation.base).post<Refusal>('/api/invitations/accept', { token, name, password: PASSWORD });

describe('a name that is typed', () => {
  it('is refused with characters that cannot be seen, for people, counties and drafts of policies', async () => {
    const { token } = await invite();
    const operator = await operatorOf(installation);
    for (const name of ['Rosa \u202Ednil\u202C', 'Rosa\u200BLind', 'Ros\u0430 Lind', 'Rosa\nLind']) {
      const county = { name, adminEmail: 'x@x.example' };
      const draft = { from: 'preset:la-2020', title: name };
      for (const answer of [
        await accept(token, name),
        await operator.post<Refusal>('/api/counties', county),
        await office.admin.post<Refusal>('/api/policy-drafts', draft),
      ])
        expect(answer, name).toMatchObject({ status: 422, body: { code: 'invalid' } });
    }
    expect((await accept(token, 'Rosa Lind')).status).toBe(200);
  });

  it('is not that of somebody else in the county, however it is written, also at the same moment', async () => {
    const [first, second, third] = [await invite(), await invite(), await invite()];
    const answers = await Promise.all([accept(first.token, 'Nora Vale'), accept(second.token, 'nora VALE')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await accept(third.token, 'Nora  Vale.')).toMatchObject({ status: 409, body: { code: 'name_taken' } });
    expect((await accept(third.token, 'Nora B. Vale')).status).toBe(200);
    const other = await makeCounty(installation, { name: 'NAPA' });
    expect((await accept((await invite(other.people.admin.client)).token, 'Nora Vale')).status).toBe(200);
  });
});

it('no text of a body turns the direction of writing, wherever it stands, and a password may be anything', async () => {
  const hidden = 'Sheriff \u202Efo\u202C';
  const routes = [{ arresting: [hidden], severity: ['felony'], agency: 'DA' }];
  for (const body of [
    { basedOn: 0, dispositions: [{ wording: hidden, kind: 'other' }], routing: null },
    { basedOn: 0, dispositions: [], routing: { cite: 'x', routes } },
    { [hidden]: 1, basedOn: 0, dispositions: [], routing: null },
  ])
    expect(await office.admin.post<Refusal>('/api/terms', body)).toMatchObject({
      status: 422,
      body: { code: 'invalid' },
    });
  const refused = await office.login('nobody@yolo.example', hidden);
  expect([refused.status, refused.body.code]).toEqual([401, 'sign_in_refused']);
});

describe('the secret of an invitation', () => {
  it('lies sealed in the database while the mail waits', async () => {
    const { email, token } = await invite();
    const [mail] = await office.sql<{ body: string }>(`SELECT body FROM outbox_mail WHERE recipient = $1`, email);
    expect(mail?.body).toMatch(/^sealed:/);
    const everything = await office.sql<{ all: string }>(
      `SELECT string_agg(o::text, ' ') AS all FROM outbox_mail AS o`,
    );
    const secret = token.split('.')[1] ?? '';
    expect(secret).toHaveLength(43);
    for (const form of [secret, Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(4, -4)])
      expect(everything[0]?.all).not.toContain(form);
  });

  it('stands in no address that is asked for', async () => {
    const { token } = await invite();
    expect((await new Client(installation.base).get(`/api/invitations/open?token=${token}`)).status).toBe(404);
    expect((await new Client(installation.base).post('/api/invitations/open', { token })).status).toBe(200);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftRow, PolicyCheck, PresetRow, Refusal } from '@clearance/contract';
import { Client as Postgres } from 'pg';
import type { Client } from '../support/client.ts';
import { makeCounty, publishPolicy } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';

type Body = PresetRow['body'];

describe('a policy that takes long to check', () => {
  let installation: Installation;
  let admin: Client;
  let la: Body;

  beforeAll(async () => {
    installation = await startInstallation({ workers: 0, env: { POLICY_CHECK_SECONDS: '60' } });
    admin = (await makeCounty(installation, { name: 'MODOC' })).people.admin.client;
    await publishPolicy(admin, 'sf-2018');
    const presets = (await admin.get<PresetRow[]>('/api/policies/presets')).body;
    const found = presets.find(({ name }) => name === 'la-2020');
    if (!found) throw new Error('la-2020');
    la = found.body;
  });
  afterAll(() => installation?.stop());

  /** As long as any text within the limits takes: its order is looked through until nothing is left of the budget. */
  const long = (): object => ({
    ...la,
    version: '9.0.0',
    title: 'Long',
    rules: Array.from({ length: 150 }, (_, grams) => ({
      ...la.rules[0],
      id: `r${grams}`,
      when: { all: [{ term: 'amount', compare: 'over', grams: 999 - grams }, { not: { term: 'deceased' } }] },
    })),
  });
  const tooMany = (): object => ({
    ...la,
    version: '9.0.0',
    title: 'Too many',
    rules: Array.from({ length: 201 }, (_, at) => ({ ...la.rules[0], id: `r${at}` })),
  });
  const begin = async () => (await admin.post<DraftRow>('/api/policy-drafts', { from: 'preset:la-2020' })).body;
  const keep = ({ id, version }: DraftRow, body: object) =>
    admin.put<DraftRow & Refusal>(`/api/policy-drafts/${id}`, { version, body });
  const open = async ({ id }: DraftRow) => (await admin.get<DraftRow>(`/api/policy-drafts/${id}`)).body;
  const listed = async ({ id }: DraftRow) =>
    (await admin.get<DraftRow[]>('/api/policy-drafts')).body.find((one) => one.id === id);
  const inDatabase = async (sql: string, given: unknown[]) => {
    const client = new Postgres({ connectionString: installation.database.superUrl });
    await client.connect();
    try {
      return (await client.query<{ verdict: string | null }>(sql, given)).rows;
    } finally {
      await client.end();
    }
  };

  /** How often somebody else is answered before this is. */
  async function answeredMeanwhile(asked: Promise<unknown>): Promise<number> {
    let [answered, done] = [0, false];
    const ended = asked.finally(() => (done = true));
    for (; !done; answered += 1) await admin.get('/healthz');
    await ended;
    return answered;
  }

  it('keeps nobody else waiting: others are answered before its check is', async () => {
    const checks = Promise.all([1, 2, 3].map(() => admin.post<PolicyCheck>('/api/policies/check', { body: long() })));
    expect(await answeredMeanwhile(checks)).toBeGreaterThan(25);
    for (const { body, status } of await checks) {
      expect(status).toBe(200);
      expect(body.problems.map(({ message }) => message).join()).toContain('too many, or too closely connected');
    }
  });

  it('and neither does saving it, trying it, or comparing it', async () => {
    const draft = await begin();
    const saved = keep(draft, long());
    expect(await answeredMeanwhile(saved)).toBeGreaterThan(8);
    expect(await saved).toMatchObject({ status: 200, body: { version: 2, check: { ok: true } } });
    const tried = admin.post<Refusal>('/api/simulations', { candidate: `draft:${draft.id}` });
    expect(await answeredMeanwhile(tried)).toBeGreaterThan(8);
    const compared = await admin.get(`/api/policies/differences?before=preset:la-2020&after=draft:${draft.id}`);
    expect(compared.status).toBe(200);
  });

  it('is checked once, and a list shows what was found then', async () => {
    const draft = await begin();
    expect((await keep(draft, long())).status).toBe(200);
    const mark = { path: [], message: 'was found when it was saved', severity: 'error' };
    const verdict = JSON.stringify({ check: { ok: false, problems: [mark], sentences: [] }, titled: null });
    await inDatabase(`UPDATE policy_draft SET verdict = $2 WHERE id = $1`, [draft.id, verdict]);
    expect((await listed(draft))?.check.problems).toEqual([mark]);
    expect((await open(draft)).check.problems).toEqual([mark]);
  });

  it('that was saved under an older release is checked when it is first seen, and then no more', async () => {
    const draft = await begin();
    const verdictOf = async () =>
      (await inDatabase(`SELECT verdict FROM policy_draft WHERE id = $1`, [draft.id]))[0]?.verdict;
    await inDatabase(`UPDATE policy_draft SET verdict = NULL, verdict_by = NULL WHERE id = $1`, [draft.id]);
    expect(await listed(draft)).toMatchObject({ version: 1, check: { ok: true } });
    expect(await verdictOf()).toContain('"ok":true');
    const stale = JSON.stringify({ check: { ok: false, problems: [], sentences: [] }, titled: null });
    await inDatabase(`UPDATE policy_draft SET verdict = $2, verdict_by = 'older' WHERE id = $1`, [draft.id, stale]);
    expect(await open(draft)).toMatchObject({ version: 1, check: { ok: true } });
    expect(await verdictOf()).toContain('"ok":true');
  });

  it('and is too large is refused in a sentence that says what is; it can still be opened and changed', async () => {
    const draft = await begin();
    const said = 'the policy has 201 rules, and at most 200 can be checked: take some out, or write several policies';
    const kept = await keep(draft, tooMany());
    expect(kept).toMatchObject({ status: 200, body: { version: 2, name: 'Too many', check: { ok: false } } });
    expect(kept.body.check.problems).toEqual([{ path: [], message: said, severity: 'error' }]);
    expect((await open(draft)).body).toEqual(tooMany());
    const refused = { status: 422, body: { code: 'policy_invalid' } };
    const message = `This policy cannot be used as it is: ${said}.`;
    const published = await admin.post<Refusal>('/api/policies', { draft: draft.id, draftVersion: 2 });
    expect(published).toMatchObject({ ...refused, body: { message } });
    expect(await admin.post('/api/simulations', { candidate: `draft:${draft.id}` })).toMatchObject(refused);
    expect(await keep(kept.body, { ...la, version: '9.1.0', title: 'Ours' })).toMatchObject({
      body: { version: 3, check: { ok: true } },
    });
    expect(installation.faults).toEqual([]);
  });
});

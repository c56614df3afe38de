import { afterAll, beforeAll, expect } from 'vitest';
import type {
  AuditEventRow,
  DraftRow,
  PolicyCheck,
  PolicyDifferences,
  PolicyRow,
  PolicyVocabulary,
  PresetRow,
  Refusal,
} from '@clearance/contract';
import { listOf, type Client } from '../support/client.ts';
import { makeCounty, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { story } from '../support/story.ts';
import { faultsOf } from './oracle.ts';

story('a policy that is written here', (step) => {
  {
    let installation: Installation;
    let county: County<'reviewer' | 'compliance'>;
    let admin: Client;

    beforeAll(async () => {
      installation = await startInstallation();
      const staff = { reviewer: ['reviewer'], compliance: ['compliance'] } as const;
      county = await makeCounty(installation, { name: 'TRINITY', staff });
      admin = county.people.admin.client;
    });
    afterAll(() => installation?.stop());

    const begin = async (from: string, title?: string) =>
      (await admin.post<DraftRow>('/api/policy-drafts', { from, ...(title === undefined ? {} : { title }) })).body;
    const keep = (draft: DraftRow, body: object, version = draft.version) =>
      admin.put<DraftRow & Refusal>(`/api/policy-drafts/${draft.id}`, { version, body });
    const without = (draft: DraftRow, id: string) => ({
      ...draft.body,
      version: '9.0.0',
      rules: draft.body.rules.filter((rule) => rule.id !== id),
    });

    step('begins as a copy of a preset, of a version or of another draft, and says of what', async () => {
      const first = await begin('preset:la-2020', 'Ours');
      expect(first).toMatchObject({
        ...{ name: 'Ours', version: 1, simulation: null, updatedBy: 'admin' },
        basedOn: { kind: 'preset', name: 'Los Angeles, February 2020', version: null },
        check: { ok: true },
        body: { name: 'la-2020', title: 'Ours' },
      });
      await publishPolicy(admin, 'sf-2018');
      const [policy] = (await admin.get<PolicyRow[]>('/api/policies')).body;
      expect(policy).toMatchObject({ from: 'sf-2018', note: null, body: { name: 'sf-2018' } });
      const second = await begin(`policy:${policy?.id}`);
      expect(second.basedOn).toEqual({ kind: 'policy', name: policy?.title, version: 1 });
      expect((await begin(`draft:${second.id}`)).basedOn).toEqual(second.basedOn);
      const { body } = await admin.get<DraftRow[]>(listOf('/api/policy-drafts', { sort: ['updatedAt', 'ASC'] }));
      expect(body.map(({ id }) => id).slice(0, 2)).toEqual([first.id, second.id]);
    });

    step('is kept also when it is wrong, and cannot be published or tried until it is right', async () => {
      const draft = await begin('preset:la-2020');
      const kept = await keep(draft, { ...draft.body, otherwise: undefined, title: 'Half' });
      expect(kept).toMatchObject({
        status: 200,
        body: { version: 2, name: 'Half', check: { ok: false, sentences: [] } },
      });
      expect(kept.body.check.problems).toContainEqual({
        ...{ path: ['otherwise'], severity: 'error' },
        message: 'is missing: a policy must say what happens where no rule applies',
      });
      const published = await admin.post<Refusal>('/api/policies', { draft: draft.id, draftVersion: 2 });
      expect(published).toMatchObject({ status: 422, body: { code: 'policy_invalid' } });
      expect(published.body.details?.['problem']).toMatch(/^otherwise is missing/);
      const tried = await admin.post<Refusal>('/api/simulations', { candidate: `draft:${draft.id}` });
      expect(tried).toMatchObject({ status: 422, body: { code: 'policy_invalid' } });
      const unseen = await keep(draft, { title: '\u0000', lists: { a: ['x'] } }, 2);
      expect(unseen).toMatchObject({ status: 422, body: { code: 'invalid' } });
      const odd = await keep(draft, { title: '\ud800', lists: { a: ['x'] } }, 2);
      expect(odd).toMatchObject({ status: 200, body: { version: 3, check: { ok: false } } });
      expect((await admin.get<DraftRow>(`/api/policy-drafts/${draft.id}`)).body.body).toHaveProperty('lists');
    });

    step('is not overwritten by somebody who saw an older version of it', async () => {
      const draft = await begin('preset:la-2020');
      expect((await keep(draft, draft.body)).status).toBe(200);
      expect(await keep(draft, draft.body)).toMatchObject({ status: 409, body: { code: 'conflict' } });
      const late = await admin.post<Refusal>('/api/policies', { draft: draft.id, draftVersion: 1 });
      expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } });
      const gone = (version: number) => admin.del<Refusal>(`/api/policy-drafts/${draft.id}?version=${version}`);
      expect((await gone(1)).body.code).toBe('conflict');
      expect((await gone(2)).status).toBe(204);
      expect((await gone(2)).body.code).toBe('not_found');
      expect((await keep(draft, draft.body, 2)).body.code).toBe('not_found');
    });

    step('becomes the next version with a note, and not a second time', async () => {
      const draft = await begin('preset:la-2020', 'Ours at last');
      const kept = (await keep(draft, without(draft, 'two-priors'))).body;
      const act = { draft: draft.id, draftVersion: kept.version, note: 'Two priors are no bar here.' };
      const published = await admin.post<PolicyRow>('/api/policies', act);
      expect(published).toMatchObject({
        status: 201,
        body: {
          version: 2,
          from: 'draft',
          note: act.note,
          title: 'Ours at last',
          status: 'published',
          name: 'la-2020',
        },
      });
      expect(await admin.post<Refusal>('/api/policies', act)).toMatchObject({ body: { code: 'policy_unchanged' } });
      const stands = (await admin.get<DraftRow>(`/api/policy-drafts/${draft.id}`)).body;
      expect(stands).toMatchObject({ publishedAs: 2, check: { ok: true } });
      // Under another label it still says the same, and nobody is evaluated again for that.
      const relabeled = (await keep(stands, { ...stands.body, version: '9.0.1' })).body;
      expect(relabeled.publishedAs).toBe(2);
      expect(
        await admin.post<Refusal>('/api/policies', { draft: draft.id, draftVersion: relabeled.version }),
      ).toMatchObject({ status: 409, body: { code: 'policy_unchanged' } });
    });

    step('is never published under the name of a ready-made policy or of an earlier version', async () => {
      const draft = await begin('preset:la-2020');
      expect(draft.body).toMatchObject({
        title: 'Los Angeles, February 2020, as changed by Trinity',
        version: expect.stringMatching(/^[\d.]+-trinity\.3$/) as string,
      });
      const preset = (await admin.get<PresetRow[]>('/api/policies/presets')).body.find(
        ({ name }) => name === 'la-2020',
      );
      const changed = { ...draft.body, rules: draft.body.rules.slice(1) };
      let kept = (await keep(draft, { ...changed, title: preset?.title })).body;
      const publish = () => admin.post<Refusal>('/api/policies', { draft: draft.id, draftVersion: kept.version });
      expect(kept.check.ok).toBe(false);
      expect(kept.check.problems[0]).toMatchObject({ path: ['title'], severity: 'error' });
      expect(await publish()).toMatchObject({ status: 422, body: { code: 'policy_invalid' } });
      kept = (await keep(kept, { ...changed, version: preset?.body.version })).body;
      expect(kept.check.problems[0]).toMatchObject({ path: ['version'], severity: 'error' });
      expect(await publish()).toMatchObject({ status: 422, body: { code: 'policy_invalid' } });
      kept = (await keep(kept, { ...changed, version: '9.0.0' })).body;
      const problem = (await publish()).body.details?.['problem'];
      expect(problem).toMatch(/^9\.0\.0 is the label of version 2/);
    });

    step('is compared with another one part by part, whatever each of them is', async () => {
      const draft = await begin('preset:la-2020');
      await keep(draft, without(draft, 'two-priors'));
      const differences = async (before: string, after: string) =>
        (await admin.get<PolicyDifferences>(`/api/policies/differences?before=${before}&after=${after}`)).body;
      const { parts } = await differences('preset:la-2020', `draft:${draft.id}`);
      expect(parts.map(({ change, id, part }) => `${part} ${id} ${change}`)).toEqual([
        'about about changed',
        'rule two-priors removed',
      ]);
      const [newest] = (await admin.get<PolicyRow[]>('/api/policies')).body;
      const own = await differences(`policy:${newest?.id}`, `draft:${draft.id}`);
      expect(own.parts.map(({ part }) => part)).toEqual(['about']);
    });

    step('is checked without being kept, in either language, whatever is sent', async () => {
      const [preset] = (await admin.get<PresetRow[]>('/api/policies/presets')).body;
      const check = async (body: unknown, language?: string) =>
        admin.post<PolicyCheck>('/api/policies/check', { body, ...(language ? { language } : {}) });
      expect((await check(preset?.body)).body).toMatchObject({
        ok: true,
        // Whoever was convicted under the new law of what the preset dismisses: the order of the two rules decides.
        // Then what an attorney must confirm, which holds nothing up.
        problems: [
          { severity: 'warning', path: ['rules', 1] },
          { severity: 'warning', path: ['confirm'] },
          { severity: 'warning', path: ['rules', 0, 'confirm'] },
          { severity: 'warning', path: ['rules', 1, 'confirm'] },
        ],
      });
      expect((await check(preset?.body, 'es')).body.sentences[0]?.sentence).toContain('cuando');
      for (const body of [null, 3, 'x', [], { rules: [{ when: { term: 'nothing' } }] }]) {
        expect(await check(body)).toMatchObject({ status: 200, body: { ok: false, sentences: [] } });
      }
    });

    step('is written with a vocabulary that names every term in words', async () => {
      const { body } = await admin.get<PolicyVocabulary>('/api/policies/vocabulary?language=es');
      expect(body.terms.find(({ term }) => term === 'conviction_free')).toMatchObject({
        label: 'Años sin condenas',
        fields: [{ name: 'years', kind: 'years', optional: false, min: 0, max: 120 }, { name: 'classes' }],
      });
    });

    step('is read by everybody of the county and written by its administrator', async () => {
      const { client } = county.people.reviewer;
      expect((await client.get<DraftRow[]>('/api/policy-drafts')).status).toBe(200);
      expect((await client.post('/api/policy-drafts', { from: 'preset:la-2020' })).status).toBe(403);
    });

    step('leaves what was done on the log, and none of its words', async () => {
      const { client } = county.people.compliance;
      const actions = async (action: string) =>
        (await client.get<AuditEventRow[]>(listOf('/api/audit-events', { filter: { action } }))).body;
      for (const action of ['policy_draft.create', 'policy_draft.change', 'policy_draft.discard', 'policy.publish']) {
        const found = await actions(action);
        expect(found.length, action).toBeGreaterThan(0);
        expect(JSON.stringify(found)).not.toMatch(/Ours|no bar/);
      }
      expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
      expect(installation.faults).toEqual([]);
    });
  }
});

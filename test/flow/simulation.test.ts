import { afterAll, beforeAll, expect } from 'vitest';
import type {
  AuditEventRow,
  ConvictionRow,
  DraftRow,
  ImpactView,
  Stats,
  MoveRow,
  PolicyRow,
  Refusal,
  ReplayView,
  SimulationAnswer,
  SimulationRow,
  Work,
} from '@clearance/contract';
import { presetNamed, simulate, type Simulation } from '@clearance/eligibility';
import { localDate } from '@clearance/record';
import { listOf, type Client } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile, type SampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { cellsOfCsv, looksLikeFormula } from './csv.ts';
import { historiesOfFile } from './histories-of-file.ts';
import { faultsOf } from './oracle.ts';

const COUNTY = 'TRINITY';
const staff = { reviewer: ['reviewer'], compliance: ['compliance'] } as const;

story('a policy tried against the published one and then published', (step) => {
  {
    let installation: Installation;
    let county: County<'reviewer' | 'compliance'>;
    let admin: Client;
    let file: SampleFile;
    let pure: Simulation;
    let id: string;
    let asOf: string;
    let later: string;
    const superUrl = () => installation.database.superUrl;

    beforeAll(async () => {
      installation = await startInstallation();
      county = await makeCounty(installation, { name: COUNTY, staff });
      admin = county.people.admin.client;
      file = await sampleFile({ county: COUNTY, rows: 6_000, seed: 5, dirtyRate: 0 });
    });
    afterAll(() => installation?.stop());

    const simulation = async (of: string) => (await admin.get<SimulationRow>(`/api/simulations/${of}`)).body;
    const finished = (of: string) =>
      until(async () => {
        const view = await simulation(of);
        return view.state !== 'running' && view;
      });
    const start = (candidate: string, more: object = {}) =>
      admin.post<SimulationAnswer & Refusal>('/api/simulations', { candidate, ...more });
    const preset = (name: string) => {
      const policy = presetNamed(name);
      if (!policy) throw new RangeError(name);
      return policy;
    };

    step('needs a published policy to be compared with', async () => {
      expect(await start('preset:sf-2018')).toMatchObject({ status: 409, body: { code: 'no_policy' } });
      expect((await start('preset:no-such')).body.code).toBe('not_found');
      expect((await admin.get<ImpactView>('/api/impact')).body).toMatchObject({ state: 'none', impact: null });
    });

    step('counts what the engine counts over the same file, read without a database', async () => {
      await publishPolicy(admin, 'la-2020');
      await importFile(admin, file.path);
      const started = await start('preset:sf-2018');
      expect(started.status).toBe(202);
      id = started.body.id;
      const view = await finished(id);
      expect(view).toMatchObject({
        ...{ state: 'done', problem: null, createdBy: 'admin' },
        base: { version: 1, title: 'Los Angeles, February 2020' },
        candidate: { label: preset('sf-2018').title, ref: 'preset:sf-2018' },
      });
      expect(view.progress).toEqual({ done: view.people, total: view.people });
      ({ asOf } = view);
      const day = localDate(asOf);
      if (!day) throw new RangeError(asOf);
      const context = { county: COUNTY, asOf: day };
      pure = simulate(historiesOfFile(file.path), preset('la-2020'), preset('sf-2018'), context);
      expect(pure.moves.length).toBeGreaterThan(50);
      expect(pure.moves.length).toBeLessThan(1_000);
      expect(view.result).toMatchObject({
        before: pure.before,
        after: pure.after,
        flows: pure.flows,
        moved: pure.moves.length,
      });
      expect(view.result?.movers.map(({ convictions, policy, ruleId }) => ({ policy, ruleId, convictions }))).toEqual(
        pure.movers.map(({ convictions, policy, ruleId }) => ({ policy, ruleId, convictions })),
      );
      for (const { title } of view.result?.movers ?? []) expect(title).toMatch(/^[A-Z].*\.$/);
    });

    step('answers the one that was counted when the very same is asked again', async () => {
      expect((await start('preset:sf-2018')).body.id).toBe(id);
      const other = await start('preset:sf-2018', { asOf: '2021-06-01' });
      expect(other.body.id).not.toBe(id);
      later = other.body.id;
      expect(await finished(other.body.id)).toMatchObject({ state: 'done', asOf: '2021-06-01' });
      const list = (await admin.get<SimulationRow[]>('/api/simulations')).body;
      expect(list.map((one) => one.id)).toEqual([other.body.id, id]);
    });

    step('lists exactly the convictions that move, and each again in a file that is safe to open', async () => {
      const { client } = county.people.reviewer;
      const moves = await client.get<MoveRow[]>(listOf(`/api/simulations/${id}/moves`, { range: [0, 999] }));
      expect(moves.headers.get('content-range')).toMatch(new RegExp(`/${pure.moves.length}$`));
      const told = (one: { section: string; severity: string; from: object; to: object; movedBy: object }) =>
        JSON.stringify([one.section, one.severity, one.from, one.to, one.movedBy]);
      const sorted = (all: readonly Parameters<typeof told>[0][]) =>
        all.map((one) => told({ ...one, from: { ...one.from }, to: { ...one.to } })).sort();
      expect(sorted(moves.body)).toEqual(sorted(pure.moves));
      const cells = (row: MoveRow) => [row.personName, row.caseNumber, row.offense, row.date ?? '', row.section];
      const to = { recipient: 'Public defender', purpose: 'Comparing two policies' };
      expect((await client.post(`/api/simulations/${id}/moves.csv`, to)).status).toBe(403);
      expect((await admin.post(`/api/simulations/${id}/moves.csv`, {})).status).toBe(422);
      const csv = await admin.post<string>(`/api/simulations/${id}/moves.csv`, to);
      const [header, ...lines] = cellsOfCsv(csv.body);
      expect(header?.slice(0, 5)).toEqual(['Person', 'Case number', 'Offense', 'Date', 'Section']);
      expect(lines.map((line) => line.slice(0, 5))).toEqual(moves.body.map(cells));
      expect(lines.flat().filter(looksLikeFormula)).toEqual([]);
      const known = await query<{ n: number }>(
        superUrl(),
        `SELECT count(*)::int AS n FROM conviction WHERE id = ANY ($1)`,
        [moves.body.map((row) => row.convictionId)],
      );
      // What only the candidate speaks of has no page of its own yet.
      const taken = moves.body.filter((row) => row.convictionId !== null);
      expect(known[0]?.n).toBe(taken.length);
      expect(moves.body.filter((row) => !taken.includes(row)).map((row) => row.from.ruleId)).toEqual(
        Array.from({ length: moves.body.length - taken.length }, () => 'scope'),
      );
      expect(moves.body.every((row) => row.caseNumber !== '')).toBe(true);
    });

    step('narrows the list as the figures do', async () => {
      for (const { convictions, from, to } of pure.flows) {
        const filter = { from, to };
        const page = await admin.get<MoveRow[]>(listOf(`/api/simulations/${id}/moves`, { filter, range: [0, 0] }));
        expect(page.headers.get('content-range')).toMatch(new RegExp(`/${convictions}$`));
      }
      const sorted = await admin.get<MoveRow[]>(listOf(`/api/simulations/${id}/moves`, { sort: ['date', 'ASC'] }));
      const dates = sorted.body.map(({ date }) => date ?? '9');
      expect(dates).toEqual([...dates].sort());
      const [{ ruleId = '', convictions = 0 } = {}] = pure.movers;
      const to = { recipient: 'Public defender', purpose: 'Comparing two policies' };
      const csv = await admin.post<string>(`/api/simulations/${id}/moves.csv`, { ...to, filter: { rule: ruleId } });
      expect(cellsOfCsv(csv.body).length - 1).toBe(convictions);
      const given = await query<object>(
        superUrl(),
        `SELECT what, recipient, purpose FROM dissemination WHERE subject_id = $1`,
        [id],
      );
      expect(given).toEqual([1, 2].map(() => ({ what: 'simulation_moves', ...to })));
    });

    step('moves nobody', async () => {
      const rows = await query<{ n: number }>(
        superUrl(),
        `SELECT count(*)::int AS n FROM conviction WHERE county_id = $1 AND version <> 2`,
        [county.id],
      );
      expect(rows[0]?.n).toBe(0);
    });

    step('stays as it was when its draft is changed, and is the newest of exactly what it tried', async () => {
      const draft = (await admin.post<DraftRow>('/api/policy-drafts', { from: 'preset:sf-2018' })).body;
      const asBegun = await start(`draft:${draft.id}`);
      await finished(asBegun.body.id);
      expect((await admin.get<DraftRow>(`/api/policy-drafts/${draft.id}`)).body.simulation).toBe(asBegun.body.id);
      const body = { ...draft.body, version: '2.0.0', rules: draft.body.rules.slice(1) };
      const changed = await admin.put<DraftRow>(`/api/policy-drafts/${draft.id}`, { version: 1, body });
      expect(changed.body.simulation).toBeNull();
      const tried = await start(`draft:${draft.id}`);
      await finished(tried.body.id);
      expect((await admin.get<DraftRow>(`/api/policy-drafts/${draft.id}`)).body.simulation).toBe(tried.body.id);
    });

    {
      let before: ConvictionRow[];
      let older: Map<string, string>;

      step('is published', async () => {
        before = (await admin.get<ConvictionRow[]>(listOf('/api/convictions', { range: [0, 999] }))).body;
        const stored = await query<{ id: string; body: string }>(
          superUrl(),
          `SELECT id, body FROM determination WHERE county_id = $1`,
          [county.id],
        );
        older = new Map(stored.map((one) => [one.id, one.body]));
        await admin.post<PolicyRow>('/api/policies', { preset: 'sf-2018', note: 'As tried.' });
        await until(
          async () =>
            (await admin.get<Work[]>(listOf('/api/work', { filter: { state: 'running' } }))).body.length === 0,
        );
      });

      step(
        'published, determines what the simulation said it would, and keeps what was determined before',
        async () => {
          const counted = await query<{ outcome: string; n: number }>(
            superUrl(),
            `SELECT outcome, count(*)::int AS n FROM determination
          WHERE county_id = $1 AND policy_version = 2 AND rule_id NOT IN ('scope', 'other-county') GROUP BY 1`,
            [county.id],
          );
          const outcomes = Object.entries(pure.after.byOutcome).filter(([, n]) => n > 0);
          expect(Object.fromEntries(counted.map(({ n, outcome }) => [outcome, n]))).toEqual(
            Object.fromEntries(outcomes),
          );
          const moved = await query<{ n: number }>(
            superUrl(),
            `SELECT count(*)::int AS n FROM simulation_move m JOIN determination d ON d.county_id = m.county_id
            AND d.conviction_id = m.conviction_id AND d.policy_version = 2 AND d.outcome = m.to_outcome AND d.rule_id = m.to_rule
          WHERE m.simulation_id = $1`,
            [id],
          );
          expect(moved[0]?.n).toBe(pure.moves.length);
          const kept = await query<{ id: string; body: string }>(
            superUrl(),
            `SELECT id, body FROM determination WHERE county_id = $1 AND policy_version = 1`,
            [county.id],
          );
          expect(new Map(kept.map((one) => [one.id, one.body]))).toEqual(older);
        },
      );

      step('published, is on the log as tried first', async () => {
        const { client } = county.people.compliance;
        const of = async (action: string) =>
          (await client.get<AuditEventRow[]>(listOf('/api/audit-events', { filter: { action } }))).body;
        expect(await of('simulation.promote')).toMatchObject([{ targetType: 'simulation', targetId: later }]);
        expect((await of('simulation.export')).length).toBe(2);
        expect((await of('simulation.start')).length).toBe(4);
      });

      step('published, has its impact counted by itself, as the engine counts it', async () => {
        const view = (await admin.get<ImpactView>('/api/impact')).body;
        expect(view).toMatchObject({ state: 'done', policyVersion: 2, stale: false, asOf, impact: pure.after });
        // Home leaves out what is out of scope, and says how many that is.
        const home = (await admin.get<Stats>('/api/stats')).body;
        expect(home.outOfScope).toBe(view.impact?.byOutcome.out_of_scope);
        expect(home.convictions + home.outOfScope).toBe(view.impact?.convictions);
        const csv = cellsOfCsv((await admin.get<string>('/api/impact.csv')).body);
        expect(csv).toContainEqual([
          'Convictions',
          String(pure.after.convictions),
          expect.any(String),
          `${view.policyTitle}, version 2`,
          asOf,
        ]);
        const published = cellsOfCsv((await admin.get<string>('/api/impact.csv?suppress=1')).body);
        expect(published.length).toBe(csv.length);
        expect(published.some(([, value]) => value === 'fewer than 11')).toBe(true);
        expect(published.filter(([, value]) => /^\d$|^10$/.test(value ?? '') && value !== '0')).toEqual([]);
        expect((await admin.post<ImpactView>('/api/impact', {})).body).toMatchObject({
          state: 'done',
          workId: view.workId,
        });
        const other = (await admin.post<ImpactView>('/api/impact', { asOf: '2021-06-01' })).body;
        expect(other).toMatchObject({ state: 'running', asOf });
        await until(async () => (await admin.get<ImpactView>('/api/impact')).body.asOf === '2021-06-01');
      });

      step('published, lets any determination, old or new, be made again to the same bytes', async () => {
        const { client } = county.people.reviewer;
        const determinations = await query<{ id: string; conviction: string; version: number }>(
          superUrl(),
          `SELECT id, conviction_id AS conviction, policy_version AS version FROM determination WHERE county_id = $1
          ORDER BY md5(id::text) LIMIT 40`,
          [county.id],
        );
        expect(new Set(determinations.map(({ version }) => version))).toEqual(new Set([1, 2]));
        for (const { conviction, id: determinationId, version } of determinations) {
          const answer = await client.post<ReplayView>(`/api/convictions/${conviction}/replay`, { determinationId });
          expect(answer.body).toMatchObject({
            ...{ identical: true, historyStillThere: true, differences: [], policyVersion: version, determinationId },
          });
        }
        const [first] = before;
        const standing = await client.post<ReplayView>(`/api/convictions/${first?.id}/replay`, {});
        expect(standing.body).toMatchObject({ identical: true, policyVersion: 2 });
        const foreign = { determinationId: determinations.find((one) => one.conviction !== first?.id)?.id };
        expect((await client.post<Refusal>(`/api/convictions/${first?.id}/replay`, foreign)).body.code).toBe(
          'not_found',
        );
      });
    }

    step('ends without a fault', async () => {
      expect(await faultsOf(superUrl(), county.id)).toEqual([]);
      expect(installation.faults).toEqual([]);
    });
  }
});

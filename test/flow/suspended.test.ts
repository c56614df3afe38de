import { afterAll, beforeAll, expect } from 'vitest';
import type { ConvictionFilter, ImportRow, MemberRow, Refusal, Role, Work } from '@clearance/contract';
import { onServer } from '../../apps/local/src/roles.ts';
import { listOf } from '../support/client.ts';
import { importFile, ledgerOf, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { bulkDone, convictionsOf, findAllGood, lookAt, recommend, startBulk } from './deciding.ts';
import { hold, waitingSessions } from './holding.ts';
import { manyConvictions } from './many-convictions.ts';
import { faultsOf } from './oracle.ts';

const staff = {
  ...{ reviewer: ['reviewer'], second: ['reviewer'], hasty: ['reviewer'], both: ['reviewer', 'approver'] },
  ...{ auditor: ['compliance'], deputy: ['county_admin'], boss: ['county_admin'] },
} as const satisfies Record<string, readonly Role[]>;
type Who = keyof typeof staff | 'admin';
const open: ConvictionFilter = { state: ['evaluated'], outcome: ['dismiss'] };
const dismissal = { verb: 'recommend', decision: 'dismiss' } as const;
const CONVICTIONS = 1_100;

let installation: Installation;
let county: County<keyof typeof staff>;
const who = (name: Who) => county.people[name].client;
const superUrl = () => installation.database.superUrl;
const memberOf = async (name: Who) =>
  (await who('admin').get<MemberRow>(`/api/members/${county.people[name].memberId}`)).body;
const change = async (name: Who, change: object) => {
  const { id, version } = await memberOf(name);
  const { status, body } = await who('admin').put<MemberRow & Refusal>(`/api/members/${id}`, { version, ...change });
  expect(status, JSON.stringify(body)).toBe(200);
};
const suspend = (name: Who) => change(name, { status: 'suspended' });
const workOf = async (id: string, name: Who = 'admin') => (await who(name).get<Work>(`/api/work/${id}`)).body;
const countIn = async (filter: ConvictionFilter) => (await lookAt(who('second'), filter)).count;
const quiet = () => until(async () => (await waitingSessions(superUrl())) === 0, { moves: ledgerOf(who('admin')) });
const LAST = `SELECT 1 FROM conviction WHERE state = $1 ORDER BY id DESC LIMIT 1 FOR NO KEY UPDATE`;

interface Entry {
  readonly seq: number;
  readonly action: string;
  readonly actor: string;
  readonly target: string;
  readonly detail: Record<string, unknown> | null;
}
const entries = (where: string, given: unknown[] = []) =>
  query<Entry>(
    superUrl(),
    `SELECT seq::int AS seq, action, actor_id AS actor, target_id AS target, convert_from(bytes, 'UTF8')::jsonb -> 'detail' AS detail
       FROM audit_entry WHERE county_id = $1 AND outcome = 'success' AND ${where} ORDER BY seq`,
    [county.id, ...given],
  );

/** Starts a bulk review that stops before its last chunk. */
async function bulkHeld(name: Who, act: Parameters<typeof startBulk>[1], filter: ConvictionFilter) {
  const seen = await lookAt(who(name), filter);
  const held = await hold(superUrl(), LAST, filter.state);
  const { body } = await startBulk(who(name), act, filter, seen);
  const before = Math.floor((seen.count - 1) / 1_000) * 1_000;
  await until(async () => (await workOf(body.id)).done === before, { moves: ledgerOf(who('admin')) });
  await until(() => waitingSessions(superUrl()));
  return { id: body.id, held };
}

beforeAll(async () => {
  installation = await startInstallation({ env: { VERIFY_NEW_SECONDS: '1' } });
  county = await makeCounty(installation, { name: 'MODOC', staff });
  await publishPolicy(who('admin'), 'prop64-dismiss-all');
  await importFile(who('admin'), await manyConvictions('MODOC', CONVICTIONS));
});
afterAll(async () => {
  expect(await faultsOf(superUrl(), county.id)).toEqual([]);
  await installation.stop();
});

story('somebody who is suspended or loses a role', (step) => {
  step('has no bulk review go on in their name, also by another person', async () => {
    const { id, held } = await bulkHeld('reviewer', dismissal, open);
    await suspend('reviewer');
    await held.release();
    await quiet();
    expect(await workOf(id)).toMatchObject({ state: 'cancelled', done: 1_000, mayResume: false });
    expect((await workOf(id)).problem).toMatch(/suspended/);
    expect([await countIn({ state: ['recommended'] }), await countIn(open)]).toEqual([1_000, CONVICTIONS - 1_000]);
    expect((await who('second').post<Refusal>(`/api/work/${id}/resume`)).body.code).toBe('work_not_resumable');
    const [ended] = await entries(`action = 'work.cancel' AND target_id = $2`, [id]);
    expect(ended).toMatchObject({
      actor: county.people.admin.memberId,
      detail: { kind: 'bulk_review', because: 'suspended', startedBy: county.people.reviewer.memberId, done: 1_000 },
    });
  });

  step('has no failed bulk review resumed in their name', async () => {
    const [one] = (await convictionsOf(who('hasty'), open)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const { body } = await startBulk(
      who('hasty'),
      dismissal,
      { ...open, q: one?.caseNumber ?? '' },
      await lookAt(who('hasty'), { ...open, q: one?.caseNumber ?? '' }),
    );
    await bulkDone(who('hasty'), body.id);
    // As if its jobs had failed before their end.
    await query(superUrl(), `UPDATE work SET state = 'failed' WHERE id = $1`, [body.id]);
    expect((await workOf(body.id, 'second')).mayResume).toBe(true);
    await suspend('hasty');
    expect(await workOf(body.id, 'second')).toMatchObject({ state: 'cancelled', mayResume: false });
    expect((await who('second').post<Refusal>(`/api/work/${body.id}/resume`)).body.code).toBe('work_not_resumable');
  });

  step('has a bulk review ended by an administrator, who cannot let it go on', async () => {
    const { id, held } = await bulkHeld('second', { verb: 'recommend', decision: 'exclude', note: 'No.' }, open);
    expect((await workOf(id)).mayCancel).toBe(true);
    const { status } = await who('admin').post<Work>(`/api/work/${id}/cancel`);
    await held.release();
    expect(status).toBe(200);
    await quiet();
    expect(await workOf(id)).toMatchObject({ state: 'cancelled', mayResume: false });
    expect((await who('admin').post<Refusal>(`/api/work/${id}/resume`)).status).toBe(403);
  });

  step('has a bulk approval ended with the role that it took', async () => {
    const waiting: ConvictionFilter = { state: ['recommended'], mine: false };
    await findAllGood(who('both'), waiting, await lookAt(who('both'), waiting));
    const { id, held } = await bulkHeld('both', { verb: 'approve' }, waiting);
    await change('both', { roles: ['reviewer'] });
    await held.release();
    await quiet();
    expect(await workOf(id)).toMatchObject({ state: 'cancelled', mayResume: false });
    const [ended] = await entries(`action = 'work.cancel' AND target_id = $2`, [id]);
    expect(ended?.detail).toMatchObject({ because: 'role_taken' });
  });

  step('has an export ended, which another person resumes in a name of their own', async () => {
    const [file] = (await who('deputy').get<ImportRow[]>('/api/imports')).body;
    const held = await hold(superUrl(), `LOCK TABLE annotated_line IN SHARE MODE`);
    const why = { purpose: 'For the court', recipient: 'The clerk of the court' };
    const { body } = await who('deputy').post<{ id: string }>(`/api/imports/${file?.id ?? ''}/annotated`, why);
    await until(() => waitingSessions(superUrl()));
    await suspend('deputy');
    await held.release();
    await quiet();
    expect(await workOf(body.id)).toMatchObject({ state: 'cancelled', mayResume: true });
    expect((await who('admin').post(`/api/work/${body.id}/resume`)).status).toBe(200);
    await until(async () => (await workOf(body.id)).state === 'done', { moves: ledgerOf(who('admin')) });
    const [finished] = await entries(`action = 'annotated_export.finish' AND target_id = $2`, [body.id]);
    expect(finished?.actor).toBe(county.people.admin.memberId);
  });

  step('leaves an evaluation to the county, which goes on without the name', async () => {
    const held = await hold(superUrl(), `LOCK TABLE determination IN SHARE MODE`);
    expect((await who('boss').post('/api/policies', { preset: 'la-2020' })).status).toBe(201);
    await until(() => waitingSessions(superUrl()));
    const running = listOf('/api/work', { filter: { state: 'running', kind: 'evaluation' } });
    const [work] = (await who('admin').get<Work[]>(running)).body;
    await suspend('boss');
    await held.release();
    await until(async () => (await workOf(work?.id ?? '')).state === 'done', { moves: ledgerOf(who('admin')) });
    expect((await workOf(work?.id ?? '')).startedBy).toBe('The system');
    const [left] = await entries(`action = 'work.hand_over' AND target_id = $2`, [work?.id]);
    expect(left?.detail).toMatchObject({ kind: 'evaluation', because: 'suspended' });
    const finished = await entries(`action = 'evaluation.finish'`);
    expect(finished.at(-1)?.actor).toBe('system');
  });

  step('has an act refused that was on its way', async () => {
    const [one] = await convictionsOf(who('second'), { state: ['evaluated'] });
    if (!one) throw new Error('Nothing is left to recommend.');
    const held = await hold(superUrl(), `SELECT 1 FROM conviction WHERE id = $1 FOR NO KEY UPDATE`, [one.id]);
    const acting = recommend(who('second'), one, 'exclude', 'No.');
    await until(() => waitingSessions(superUrl()));
    await suspend('second');
    await held.release();
    expect((await acting).status).toBe(401);
    const [after] = await convictionsOf(who('auditor'), { q: one.caseNumber });
    expect(after?.state).toBe('evaluated');
  });

  step('keeps what was done while the log took nothing, and adds nothing to it afterwards', async () => {
    const asOwner = (...statements: string[]) =>
      onServer(superUrl(), async (db) => {
        await db.query('SET session_replication_role = replica');
        for (const statement of statements) await db.query(statement);
      });
    const { memberId } = county.people.auditor;
    await asOwner(
      `CREATE TABLE aside AS SELECT * FROM audit_head WHERE county_id = '${county.id}'`,
      `DELETE FROM audit_head WHERE county_id = '${county.id}'`,
    );
    const person = (await convictionsOf(who('auditor'), {}))[0]?.personId ?? '';
    expect((await who('auditor').get(`/api/people/${person}`)).status).toBe(200);
    const held = await hold(superUrl(), `LOCK TABLE history_part IN ACCESS EXCLUSIVE MODE`);
    const looking = who('auditor').get(`/api/people/${person}`);
    await until(() => waitingSessions(superUrl(), 'history_part'));
    await suspend('auditor');
    await held.release();
    expect((await looking).status).toBe(401);
    const views = await query(
      superUrl(),
      `SELECT 1 FROM held_act WHERE county_id = $1 AND source -> 'actor' ->> 'memberId' = $2 AND acts @> '[{"action": "record.view"}]'`,
      [county.id, memberId],
    );
    expect(views.length).toBe(1);
    await until(
      async () => (await query(superUrl(), `SELECT 1 FROM log_alarm WHERE county_id = $1`, [county.id])).length,
    );
    await asOwner(`INSERT INTO audit_head SELECT * FROM aside`, `DROP TABLE aside`);
    await query(
      superUrl(),
      `UPDATE log_alarm SET ended_at = now(), ended_by = $2, found_by = $3, finding = 'By a test.' WHERE county_id = $1 AND ended_at IS NULL`,
      [...[county.id, county.people.admin.memberId, county.people.both.memberId]],
    );
    await until(
      async () => (await query(superUrl(), `SELECT 1 FROM held_act WHERE county_id = $1`, [county.id])).length === 0,
    );
    const late = await entries(`action = 'record.view' AND actor_id = $2`, [memberId]);
    expect(late.filter(({ detail }) => detail?.['heldSince']).length).toBe(1);
  });

  step('does nothing behind the entry that says so, of everything that was done here', async () => {
    const changes = await entries(
      `action = 'member.change' AND convert_from(bytes, 'UTF8')::jsonb ->> 'stateAfter' LIKE 'suspended%'`,
    );
    expect(changes.length).toBe(6);
    for (const { seq, target } of changes) {
      const behind = await entries(`actor_id = $2 AND seq > $3`, [target, seq]);
      expect(behind.filter(({ detail }) => !detail?.['heldSince'])).toEqual([]);
    }
  });
});

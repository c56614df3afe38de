import type { AuditEventRow, DisseminationRow, LogReviewRow, OpenLogReview, Stats } from '@clearance/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotatedOf } from '../isolation/worked-county.ts';
import { Client, listOf } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';

let installation: Installation;
let county: County<'compliance' | 'reviewer'>;
let client: Client;
const open = async () => (await client.get<OpenLogReview>('/api/log-reviews/open')).body;
const sign = (lastSequence: number, note = '') => client.post<LogReviewRow>('/api/log-reviews', { lastSequence, note });

beforeAll(async () => {
  installation = await startInstallation();
  county = await makeCounty(installation, {
    name: 'YOLO',
    staff: { compliance: ['compliance'], reviewer: ['reviewer'] },
  });
  client = county.people.compliance.client;
});
afterAll(() => installation?.stop());

story('the weekly review of the log', (step) => {
  step('counts what happened since nobody has looked: acts by kind, refusals, failures to sign in', async () => {
    const before = await open();
    expect(before).toMatchObject({ last: null, firstSequence: 1, overdue: false });
    await county.people.reviewer.client.get('/api/audit-events');
    const stranger = new Client(installation.base);
    await stranger.post('/api/auth/login', { email: county.people.reviewer.email, password: 'not-that-one-at-all' });
    const after = await open();
    expect(after.refusals).toBe(before.refusals + 1);
    expect(after.signInFailures).toBe(before.signInFailures + 1);
    expect(after.entries).toBe(after.lastSequence);
    const sum = after.acts.reduce((all, { done, refused, failed }) => all + done + refused + failed, 0);
    expect(sum).toBe(after.entries);
  });

  step('is signed once, up to what was shown, and goes on from there', async () => {
    const { lastSequence } = await open();
    expect((await sign(lastSequence + 1_000)).body).toMatchObject({ code: 'log_review_beyond' });
    const signed = await Promise.all([sign(lastSequence, 'Looked at every refusal.'), sign(lastSequence, 'Me too.')]);
    expect(signed.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await sign(lastSequence)).body).toMatchObject({ code: 'conflict' });
    const next = await open();
    expect(next).toMatchObject({ firstSequence: lastSequence + 1, last: { firstSequence: 1, lastSequence } });
    expect(next.acts).toContainEqual({ action: 'log_review.sign', done: 1, refused: 0, failed: 0 });
    const [entry] = (
      await client.get<AuditEventRow[]>(listOf('/api/audit-events', { filter: { action: 'log_review.sign' } }))
    ).body;
    expect(entry).toMatchObject({ targetId: next.last?.id, detail: { first: 1, last: lastSequence } });
    expect(JSON.stringify(entry)).not.toContain('Looked at');
  });

  step('is overdue after seven days, which stands on the home page of compliance alone', async () => {
    const stats = async (who: 'compliance' | 'reviewer') =>
      (await county.people[who].client.get<Stats>('/api/stats')).body.logReview;
    expect(await stats('compliance')).toMatchObject({ overdue: false });
    expect(await stats('reviewer')).toBeNull();
    await query(
      installation.database.superUrl,
      `SET session_replication_role = replica; UPDATE log_review SET at = now() - interval '8 days'`,
    );
    expect(await open()).toMatchObject({ overdue: true });
    expect(await stats('compliance')).toMatchObject({ overdue: true });
  });

  step('can be taken back by nobody: the table takes rows and gives none up', async () => {
    await expect(query(installation.database.superUrl, `DELETE FROM log_review`)).rejects.toThrow();
    await expect(query(installation.database.superUrl, `UPDATE log_review SET note = 'x'`)).rejects.toThrow();
  });
});

describe('the list of what was given out', () => {
  it('names who gave which file to whom, what for and of how many people', async () => {
    expect((await client.get<DisseminationRow[]>('/api/disseminations')).body).toEqual([]);
    const { admin } = county.people;
    await publishPolicy(admin.client, 'la-2020');
    const file = await sampleFile({ county: 'YOLO', rows: 400, seed: 5 });
    const imported = await importFile(admin.client, file.path);
    const released = { purpose: 'Motion of November', recipient: 'Superior Court of Yolo' };
    const made = await annotatedOf(admin.client, imported.id, released);
    await admin.client.get(`/api/imports/${imported.id}/annotated/${made.id}/file`);
    const { body } = await client.get<DisseminationRow[]>('/api/disseminations');
    expect(body).toEqual([
      expect.objectContaining({ ...released, by: 'admin', subjectId: made.id, sha256: made.sha256 }),
    ]);
    expect(body[0]?.people).toBe(imported.people);
    expect((await open()).givenOut).toBe(1);
  });

  it('is downloaded by whoever reviews the log, which is on the log before the first line', async () => {
    const [given] = (await client.get<DisseminationRow[]>('/api/disseminations')).body;
    const { body, status } = await client.get<string>('/api/disseminations.csv');
    expect(status).toBe(200);
    const [header, line, end] = body.split('\r\n');
    expect(header).toBe('When (UTC),Who,What,People,To whom,What for,SHA-256');
    expect(line).toBe(
      `${given?.at},admin,Annotated file,${given?.people},Superior Court of Yolo,Motion of November,${given?.sha256}`,
    );
    expect(end).toBe('');
    const events = listOf('/api/audit-events', { filter: { action: 'dissemination.export' } });
    const [entry] = (await client.get<AuditEventRow[]>(events)).body;
    expect(entry).toMatchObject({ outcome: 'success', detail: { lines: 1 } });
    expect((await county.people.reviewer.client.get('/api/disseminations.csv')).status).toBe(403);
  });
});

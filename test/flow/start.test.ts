import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DemoPerson, ImportRow, Stats } from '@clearance/contract';
import { Client, signIn } from '../support/client.ts';
import { allGone, appsOn, killAll, launch, processesOn, startLocal } from '../support/local.ts';
import { until } from '../support/until.ts';

const ended = (child: { exitCode: number | null; signalCode: string | null }) =>
  until(() => child.exitCode !== null || child.signalCode !== null);

/** The figures of the county that the demo has half worked, as one of its approvers sees them. */
async function figures(base: string): Promise<Stats> {
  const { body: people } = await new Client(base).get<DemoPerson[]>('/api/demo');
  const approver = people.find((person) => person.email.startsWith('paula@'));
  const client = await signIn(base, approver?.email ?? '', approver?.password ?? '');
  return (await client.get<Stats>('/api/stats')).body;
}

describe('everything on one machine', () => {
  let parent: string;
  let data: string;
  let first: Stats;

  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'clearance-start-'));
    chmodSync(parent, 0o755);
    data = join(parent, 'data');
    // Killed in the middle of making the demo; what it leaves must not be in the way of the next start.
    const cut = launch({ data });
    await until(() => cut.printed().includes('Importing'));
    killAll(data);
    await ended(cut.main);
    const { main, base } = await startLocal({ data });
    first = await figures(base);
    main.kill('SIGINT');
    await ended(main);
    expect(main.exitCode).toBe(0);
  });
  afterEach(async () => {
    killAll(data);
    await allGone(data);
  });
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  it('makes a demo on the first start that has convictions in every state people bring about', () => {
    const empty = first.funnel.filter(({ count }) => count === 0).map(({ key }) => key);
    expect(empty).not.toContain('evaluated');
    expect(empty).not.toContain('recommended');
    expect(empty).not.toContain('approved');
    expect(first.policy?.version).toBe(1);
  });

  it('leaves nothing running after SIGINT, and the second start has the same data', async () => {
    expect(processesOn(data)).toEqual([]);
    const { base, printed } = await startLocal({ data });
    expect(printed()).not.toContain('Making the demo');
    expect((await figures(base)).funnel).toEqual(first.funnel);
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('ends everything in order on %s', async (signal) => {
    const { main } = await startLocal({ data });
    main.kill(signal);
    await ended(main);
    expect(main.exitCode).toBe(0);
    expect(processesOn(data)).toEqual([]);
    expect(readFileSync(join(data, 'postgres.log'), 'utf8').trimEnd()).toMatch(/database system is shut down$/);
  });

  it('leaves nothing running when it is killed with SIGKILL', async () => {
    const { main } = await startLocal({ data });
    main.kill('SIGKILL');
    await allGone(data);
  });

  it('leaves nothing running when whoever started it is killed with SIGKILL', async () => {
    const { main } = await startLocal({ data, byShell: true });
    main.kill('SIGKILL');
    await allGone(data);
  });

  it('starts with the same data after every process was killed at once', async () => {
    await startLocal({ data });
    expect(processesOn(data).length).toBeGreaterThan(5);
    killAll(data);
    const { base } = await startLocal({ data });
    expect((await figures(base)).funnel).toEqual(first.funnel);
  });

  it('starts api and worker again when they are killed', async () => {
    const { base } = await startLocal({ data });
    const before = appsOn(data);
    expect(before.length).toBeGreaterThan(1);
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await until(() => appsOn(data).filter((pid) => !before.includes(pid)).length === before.length);
    await until(() =>
      figures(base).then(
        () => true,
        () => false,
      ),
    );
  });

  it('takes the next port when the wanted one is taken', async () => {
    const taken = createServer().listen(3950, '127.0.0.1');
    try {
      const { base } = await startLocal({ data, port: 3950 });
      expect(base).toBe('http://127.0.0.1:3951');
    } finally {
      taken.close();
    }
  });

  it('refuses a second start on the same data while the first goes on', async () => {
    const { base } = await startLocal({ data });
    const second = launch({ data });
    await ended(second.main);
    expect(second.main.exitCode).toBe(1);
    expect(second.printed()).toContain('runs already');
    expect((await figures(base)).funnel).toEqual(first.funnel);
  });

  it('has a ready file that the empty county can be given', async () => {
    const { base } = await startLocal({ data });
    const { body: people } = await new Client(base).get<DemoPerson[]>('/api/demo');
    const admin = people.find((person) => person.email.startsWith('ada@'));
    const client = await signIn(base, admin?.email ?? '', admin?.password ?? '');
    expect((await client.get<Stats>('/api/stats')).body.convictions).toBe(0);
    const { body } = await client.upload(join(data, 'demo', 'san-joaquin.dat'));
    const view = await until(async () => {
      const found = (await client.get<ImportRow>(`/api/imports/${body.id}`)).body;
      return found.state === 'done' && found;
    });
    expect(view.convictions).toBeGreaterThan(0);
  });
});

import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { DemoPerson, ImportRow, Stats } from '@clearance/contract';
import { freePort } from '../../apps/local/src/ports.ts';
import { Client, signIn } from '../support/client.ts';
import { ledgerOf } from '../support/county.ts';
import { allGone, appsOn, killAll, launch, processesOn, startLocal, type Started } from '../support/local.ts';
import { story } from '../support/story.ts';
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

/**
 * Each run is started on what the one before left and ended in another way, so that what is looked at while it runs costs no
 * start of its own.
 */
story('everything on one machine', (step) => {
  let parent: string;
  let data: string;
  let first: Stats;
  let running: Started;
  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'clearance-start-'));
    chmodSync(parent, 0o755);
    data = join(parent, 'data');
  });
  afterAll(async () => {
    killAll(data);
    await allGone(data);
    rmSync(parent, { recursive: true, force: true });
  });
  const sameAsBefore = async () => {
    expect(running.printed()).not.toContain('Making the demo');
    expect((await figures(running.base)).funnel).toEqual(first.funnel);
  };
  const endsInOrder = async (signal: NodeJS.Signals) => {
    running.main.kill(signal);
    await ended(running.main);
    expect(running.main.exitCode).toBe(0);
    expect(processesOn(data)).toEqual([]);
    expect(readFileSync(join(data, 'postgres.log'), 'utf8').trimEnd()).toMatch(/database system is shut down$/);
  };

  step(
    'makes a demo, also after it was killed in the middle of making one, with convictions in every state',
    async () => {
      const cut = launch({ data });
      await until(() => cut.printed().includes('Importing'), { moves: cut.printed });
      killAll(data);
      await ended(cut.main);
      running = await startLocal({ data });
      first = await figures(running.base);
      const empty = first.funnel.filter(({ count }) => count === 0).map(({ key }) => key);
      expect(empty).not.toContain('evaluated');
      expect(empty).not.toContain('recommended');
      expect(empty).not.toContain('approved');
      expect(first.policy?.version).toBe(1);
    },
  );

  step('has a ready file that the empty county can be given', async () => {
    const { body: people } = await new Client(running.base).get<DemoPerson[]>('/api/demo');
    const admin = people.find((person) => person.email.startsWith('ada@'));
    const client = await signIn(running.base, admin?.email ?? '', admin?.password ?? '');
    expect((await client.get<Stats>('/api/stats')).body.convictions).toBe(0);
    const { body } = await client.upload(join(data, 'demo', 'san-joaquin.dat'));
    const view = await until(
      async () => {
        const found = (await client.get<ImportRow>(`/api/imports/${body.id}`)).body;
        return found.state === 'done' && found;
      },
      { moves: ledgerOf(client) },
    );
    expect(view.convictions).toBeGreaterThan(0);
  });

  step('refuses a second start on the same data while the first goes on', async () => {
    const second = launch({ data });
    await ended(second.main);
    expect(second.main.exitCode).toBe(1);
    expect(second.printed()).toContain('runs already');
    expect((await figures(running.base)).funnel).toEqual(first.funnel);
  });

  step('starts api and worker again when they are killed', async () => {
    const before = appsOn(data);
    expect(before.length).toBeGreaterThan(1);
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await until(() => appsOn(data).filter((pid) => !before.includes(pid)).length === before.length);
    await until(() =>
      figures(running.base).then(
        () => true,
        () => false,
      ),
    );
  });

  step('ends everything in order on SIGINT', () => endsInOrder('SIGINT'));

  step('has the same data at the second start, and takes another port when the wanted one is taken', async () => {
    const wanted = await freePort();
    const taken = createServer().listen(wanted, '127.0.0.1');
    try {
      running = await startLocal({ data, port: wanted });
      expect(Number(new URL(running.base).port)).toBeGreaterThan(wanted);
      await sameAsBefore();
    } finally {
      taken.close();
    }
  });

  step('ends everything in order on SIGTERM', () => endsInOrder('SIGTERM'));

  step('ends everything in order on SIGHUP', async () => {
    running = await startLocal({ data });
    await endsInOrder('SIGHUP');
  });

  step('leaves nothing running when it is killed with SIGKILL', async () => {
    running = await startLocal({ data });
    running.main.kill('SIGKILL');
    await allGone(data);
  });

  step('leaves nothing running when whoever started it is killed with SIGKILL', async () => {
    running = await startLocal({ data, byShell: true });
    running.main.kill('SIGKILL');
    await allGone(data);
  });

  step('starts with the same data after every process was killed at once', async () => {
    running = await startLocal({ data });
    expect(processesOn(data).length).toBeGreaterThan(5);
    killAll(data);
    await allGone(data);
    running = await startLocal({ data });
    await sameAsBefore();
  });
});

import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Stats } from '@clearance/contract';
import { startPostgres } from '../../apps/local/src/postgres.ts';
import { makeDatabase } from '../../apps/local/src/roles.ts';
import { signIn } from '../support/client.ts';
import { query } from '../support/database.ts';
import { allGone, killAll, launch, startLocal } from '../support/local.ts';
import { until } from '../support/until.ts';
import { aboutOf, layFiles, loadFixture } from './fixture.ts';

const about = aboutOf('0.1.0');
const ended = (child: { exitCode: number | null; signalCode: string | null }) =>
  until(() => child.exitCode !== null || child.signalCode !== null);

describe('npm start on the data of 0.1.0', () => {
  let parent: string;
  let data: string;

  /** Runs a PostgreSQL on the folder while nothing else does. */
  async function onDatabase(work: (urls: { superUrl: string; ownerUrl: string }) => Promise<unknown>): Promise<void> {
    const postgres = await startPostgres({ folder: data });
    try {
      await work(postgres);
    } finally {
      await postgres.stop();
    }
  }

  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'clearance-upgrade-'));
    chmodSync(parent, 0o755);
    data = join(parent, 'data');
    await onDatabase(async (urls) => {
      await makeDatabase(urls.superUrl);
      await loadFixture('0.1.0', urls);
    });
    writeFileSync(join(data, 'master-key'), about.masterKey);
    writeFileSync(join(data, 'made-4'), '2026-11-30T00:00:00Z\n');
    layFiles('0.1.0', join(data, 'files'));
  });
  afterEach(async () => {
    killAll(data);
    await allGone(data);
  });
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  const figures = async (base: string) =>
    (await (await signIn(base, 'reviewer@yolo.example', about.password)).get<Stats>('/api/stats')).body;

  it('upgrades them in place and says so, once', async () => {
    const { base, main, printed } = await startLocal({ data });
    expect(printed()).toContain('Upgrading the data of version 0.1.0 in place');
    expect(printed()).not.toContain('Making the demo');
    expect((await figures(base)).convictions).toBeGreaterThan(0);
    await until(async () => (await figures(base)).policy?.behind === 0);
    expect(readdirSync(data).filter((name) => name.startsWith('older-'))).toEqual([]);
    main.kill('SIGINT');
    await ended(main);
    const again = await startLocal({ data });
    expect(again.printed()).not.toContain('Upgrading');
    expect((await figures(again.base)).policy?.behind).toBe(0);
  });

  it('refuses those of a newer version and leaves them as they are', async () => {
    const newer = `INSERT INTO migration (timestamp, name) VALUES (1899000000000, 'AddMoon1899000000000')`;
    await onDatabase(({ superUrl }) => query(superUrl, newer));
    const { main, printed } = launch({ data });
    await ended(main);
    expect(main.exitCode).toBe(1);
    expect(printed()).toContain('The database was made by a newer version of Clearance');
    expect(readdirSync(data).filter((name) => name.startsWith('older-'))).toEqual([]);
    await onDatabase(({ superUrl }) => query(superUrl, `DELETE FROM migration WHERE name LIKE 'AddMoon%'`));
    await startLocal({ data });
  });

  it.each([
    ['older than 0.1.0', 'made-3', 'The data are older than version 0.1.0 and cannot be upgraded.'],
    ['of a demo that was broken off', undefined, 'The demo was not made to its end the last time.'],
  ])('moves data %s out of the way, deletes nothing and begins anew', async (_, mark, says) => {
    const other = join(parent, `other-${mark ?? 'broken-off'}`);
    mkdirSync(other);
    for (const name of ['master-key', 'postgres-passwords.json']) cpSync(join(data, name), join(other, name));
    mkdirSync(join(other, 'postgres'));
    writeFileSync(join(other, 'postgres', 'PG_VERSION'), '18');
    if (mark) writeFileSync(join(other, mark), '');
    const { main, printed } = launch({ data: other });
    await until(() => printed().includes('Making the demo'));
    main.kill('SIGKILL');
    killAll(other);
    await allGone(other);
    expect(printed()).toContain(says);
    const [aside = ''] = readdirSync(other).filter((name) => name.startsWith('older-'));
    expect(printed()).toContain(join(other, aside));
    expect(existsSync(join(other, aside, 'postgres', 'PG_VERSION'))).toBe(true);
    expect(existsSync(join(other, aside, 'master-key'))).toBe(true);
  });
});

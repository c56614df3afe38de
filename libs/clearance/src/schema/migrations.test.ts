import { createHash } from 'node:crypto';
import { platformMigrations, type Migration } from '@clearance/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { expect, it } from 'vitest';
import { clearanceMigrations, releaseOf, releases } from './migrations.ts';

/** SHA-256 of all SQL that a migration runs, one statement after the other. */
async function digestOf(migration: Migration): Promise<string> {
  const hash = createHash('sha256');
  const db = { query: (sql: string) => Promise.resolve(void hash.update(`${sql}\n`)) } as unknown as QueryRunner;
  await (new migration() as MigrationInterface).up(db);
  return hash.digest('hex');
}

/**
 * What releases ran. A database that has a migration never runs it again, so an edited text would hold for new databases
 * only, and the two kinds would drift apart. Whoever is stopped here writes a new migration instead. The text of 0.1.0 was
 * edited once, to make the same tables: PostgreSQL 15 does not take STORAGE inside CREATE TABLE.
 */
const released: Readonly<Record<string, string>> = {
  PlatformSchema1790000000001: '21acf5dd3923e4827337cca5ecffcb5b1116218dd8428f1846ee0af8307c6de4',
  ClearanceSchema1790000000002: '76daa3cf11e7b1dd098c186ea24a2fb43e8ccc18a461a6e96b2a92dc9cb01b50',
};

const all = [...platformMigrations, ...clearanceMigrations];

it.each(Object.entries(released))('%s runs what it ran when it was released', async (name, digest) => {
  const migration = all.find((one) => one.name === name);
  expect(migration && (await digestOf(migration))).toBe(digest);
});

it('every migration of a release is held to what it ran', () => {
  for (const { last } of releases) expect(Object.keys(released)).toContain(last);
  const newest = Math.max(...releases.map(({ last }) => Number(last.slice(-13))));
  const ofReleases = all.filter(({ name }) => Number(name.slice(-13)) <= newest);
  expect(ofReleases.map(({ name }) => name).sort()).toEqual(Object.keys(released).sort());
});

it.each([
  ['platform', platformMigrations],
  ['clearance', clearanceMigrations],
])('the migrations of %s stand in the order in which they run', (_, migrations) => {
  const times = migrations.map(({ name }) => Number(/[A-Za-z](\d{13})$/.exec(name)?.[1]));
  expect(times).not.toContain(Number.NaN);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

it('no two migrations have the same time, and each is called as its class', () => {
  const times = all.map(({ name }) => name.slice(-13));
  expect(new Set(times).size).toBe(times.length);
  expect(all.map((migration) => (new migration() as MigrationInterface).name)).toEqual(all.map(({ name }) => name));
});

it('tells the release by the migrations that a database has run', () => {
  const ran = all.map(({ name }) => name);
  expect(releaseOf(ran)).toBe(releases.at(-1)?.version);
  expect(releaseOf(['PlatformSchema1790000000001'])).toBeUndefined();
});

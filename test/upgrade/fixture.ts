import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import { from } from 'pg-copy-streams';
import { DataSource, type MixedList } from 'typeorm';
import { onServer } from '../../apps/local/src/roles.ts';
import { clearanceMigrations, releases } from '../../libs/clearance/src/schema/migrations.ts';
import { platformMigrations, type Migration } from '../../libs/platform/src/db/migrations.ts';

type Release = (typeof releases)[number]['version'];

/** What is in a fixture; `make-fixture.ts` wrote it. */
export interface About {
  readonly masterKey: string;
  /** Of everybody in it. */
  readonly password: string;
  /** The ids of the counties, by name. */
  readonly counties: Readonly<Record<'YOLO' | 'LOS ANGELES' | 'COLUSA', string>>;
  /** How many rows each table has. */
  readonly rows: Readonly<Record<string, number>>;
}

const folderOf = (release: Release) => resolve(import.meta.dirname, `release-${release}`);

export const aboutOf = (release: Release): About =>
  JSON.parse(readFileSync(join(folderOf(release), 'about.json'), 'utf8')) as About;

/** The migrations that a release ran. What they run is held to what it was by `migrations.test.ts`. */
export function migrationsOf(release: Release): Migration[] {
  const last = releases.find(({ version }) => version === release)?.last ?? '';
  const time = (name: string) => Number(name.slice(-13));
  return [...platformMigrations, ...clearanceMigrations].filter(({ name }) => time(name) <= time(last));
}

/** Makes an empty database what the release left: its schema, and the rows of the fixture. */
export async function loadFixture(release: Release, urls: { superUrl: string; ownerUrl: string }): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: urls.ownerUrl,
    migrations: migrationsOf(release) as unknown as MixedList<never>,
    migrationsTableName: 'migration',
  });
  await source.initialize();
  await source.runMigrations({ transaction: 'all' });
  await source.destroy();
  const text = gunzipSync(readFileSync(join(folderOf(release), 'tables.txt.gz'))).toString();
  await onServer(urls.superUrl, async (client) => {
    // Rows come table by table: foreign keys and triggers saw them when they were written.
    await client.query(`SET session_replication_role = replica`);
    for (const part of text.split('\\.\n').slice(0, -1)) {
      const end = part.indexOf('\n');
      const into = client.query(from(`COPY ${part.slice(0, end)} FROM STDIN`));
      await pipeline(Readable.from([part.slice(end + 1)]), into);
    }
  });
}

/** Puts the encrypted files of the fixture where an installation keeps them. */
export const layFiles = (release: Release, folder: string): void =>
  cpSync(join(folderOf(release), 'files'), folder, { recursive: true });

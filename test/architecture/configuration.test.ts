import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../libs/platform/src/config.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8');
const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| (.*?) +\|/gm)].map(([, name = '', told = '']) => ({ name, told }));
const documented = rows.map(({ name }) => name).sort();

/** What the system and npm say of themselves, and not the operator. */
const OF_SYSTEM: ReadonlySet<string> = new Set(['PATH', 'HOME', 'TZ']);

const sources = ['apps', 'libs']
  .flatMap((folder) => readdirSync(join(root, folder)).map((project) => join(root, folder, project, 'src')))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)))
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
  .map((path) => readFileSync(path, 'utf8'));

/** The names that a pattern finds in a text, without those of the system. */
const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].flatMap(([, name = '']) => (OF_SYSTEM.has(name) ? [] : [name]));

it('documents every environment variable that the product reads, and no other', () => {
  const config = readFileSync(join(root, 'libs/platform/src/config.ts'), 'utf8');
  const compose = readFileSync(join(root, 'docker/compose.yaml'), 'utf8');
  const read = new Set([
    ...namesIn(config, /^ {2}([A-Z][A-Z_]+): /gm),
    ...sources.flatMap((source) => namesIn(source, /process\.env(?:\.|\[')([A-Z][A-Z_]+)/g)),
    ...namesIn(compose, /\$\{([A-Z_]+)/g),
  ]);
  expect(read.size).toBeGreaterThan(25);
  expect([...read].sort()).toEqual(documented);
});

it('tells the default of each', () => {
  const needed = {
    ...{ DATABASE_URL: 'postgres://x', FILES_DIR: '/files', PUBLIC_URL: 'https://x.example', SMTP_URL: 'smtps://x' },
    MASTER_KEY: Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 37) % 251)).toString('base64'),
  };
  const { production, trustedProxies, ...config } = readConfig(needed);
  const kept: Readonly<Record<string, string | number | boolean | Buffer | undefined>> = {
    ...config,
    nodeEnv: production ? 'production' : 'another',
    trustProxy: trustedProxies.join(','),
  };
  const inCode = (name: string) =>
    kept[name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())];
  for (const { name, told } of rows.slice(
    0,
    rows.findIndex((row) => row.name === 'OWNER_DATABASE_URL'),
  )) {
    const value = name in needed ? undefined : inCode(name);
    const [, shown] = /^`(.*)`$/.exec(told) ?? [];
    expect([name, shown]).toEqual([name, value === undefined ? undefined : value.toString()]);
    expect(() => readConfig({ ...needed, [name]: undefined }), name).toSatisfy((reads: () => unknown) =>
      told.startsWith('needed') ? throws(reads) : !throws(reads),
    );
  }
});

function throws(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch {
    // That it throws is the answer.
    return true;
  }
}

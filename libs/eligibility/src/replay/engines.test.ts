import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

import { DIALECT, dialects } from '@clearance/record';
import { expect, test } from 'vitest';

import type { Ground } from './engine.ts';
import { engineOf } from './engines.ts';

/** SHA-256 of each frozen engine: whoever edits one changes what was determined years ago. */
const frozen: Readonly<Record<string, string>> = {
  'standard/4': 'a57f7ae0f9205db15db2bdc59eb97eb2088389879131416568cd1719b778086b',
};

/** What 0.1.0 was shipped with, and what its own golden test said: rows, presets, and the bytes of their determinations. */
interface Golden {
  readonly rows: Ground['rows'];
  readonly context: Ground['context'];
  readonly policies: readonly Ground['policy'][];
  readonly bytes: readonly string[];
}

const folder = new URL('./engines/', import.meta.url);
const fileOf = (dialect: string, ending: string) => new URL(`${dialect.replace('/', '-')}.${ending}`, folder);

test('every dialect that a release wrote has an engine, and the present one is not frozen yet', () => {
  const written = dialects.slice(dialects.indexOf('standard/4'), -1);
  expect(Object.keys(frozen)).toEqual(written);
  expect(dialects.at(-1)).toBe(DIALECT);
  for (const dialect of [...written, DIALECT]) expect(engineOf(dialect)).toBeDefined();
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  expect(files).toEqual(written.map((dialect) => `${dialect.replace('/', '-')}.ts`));
});

test.each(Object.entries(frozen))('the engine of %s is the one that was frozen', (dialect, digest) => {
  expect(
    createHash('sha256')
      .update(readFileSync(fileOf(dialect, 'ts')))
      .digest('hex'),
  ).toBe(digest);
});

test.each(Object.keys(frozen))('the engine of %s gives the bytes that its release gave', (dialect) => {
  const golden = JSON.parse(readFileSync(fileOf(dialect, 'golden.json'), 'utf8')) as Golden;
  const { context, rows } = golden;
  const made = golden.policies.flatMap(
    (policy) => engineOf(dialect)?.({ rows, beside: {}, wordings: [], policy, context }) ?? [],
  );
  expect(made.map(({ bytes }) => bytes)).toEqual(golden.bytes);
  expect(golden.bytes.length).toBeGreaterThan(20);
  for (const bytes of golden.bytes) expect(bytes).toContain(`"dialect":"${dialect}"`);
});

test.each(Object.keys(frozen))(
  'the present engine goes on with every policy that the release of %s shipped',
  (dialect) => {
    const { context, policies, rows } = JSON.parse(readFileSync(fileOf(dialect, 'golden.json'), 'utf8')) as Golden;
    for (const policy of policies) {
      const made = engineOf(DIALECT)?.({ rows, beside: {}, wordings: [], policy, context }) ?? [];
      expect([policy.name, made.length > 0]).toEqual([policy.name, true]);
    }
  },
);

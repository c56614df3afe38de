import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { presetNamed, type Policy } from '@clearance/eligibility';
import { generateCounty, localDate, type SyntheticOptions } from '@clearance/record';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluateFiles } from './evaluate-files.ts';
import { inThreads } from './evaluators.ts';
import { evaluationBy, type Recipe } from './recipe.ts';
import { resultPaths } from './result-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'clearance-threads-'));
afterAll(() => rmSync(folder, { recursive: true }));
const progress = { begin: () => undefined, read: () => undefined, again: () => undefined };
const county = 'CONTRA COSTA';
const asOf = localDate('2020-02-13');
const input = join(folder, 'input.dat');
let runs = 0;

const recipes: Readonly<Record<string, Recipe>> = {
  'as BEAR did': { kind: 'compat', chosen: { policy: 'bear', county, asOf }, harmless: false },
  'as the pilot of Contra Costa did': {
    kind: 'compat',
    chosen: { policy: 'contra-costa-2020', county, asOf },
    harmless: true,
  },
  'by a policy of today': { kind: 'standard', policy: presetNamed('la-2020') as Policy, asOf, county },
};

function file(options: Partial<SyntheticOptions>): void {
  const { parts } = generateCounty({ county, rows: 4000, seed: 3, asOf, dirtyRate: 0.02, ...options });
  writeFileSync(input, Buffer.concat([...parts].map(({ bytes }) => bytes)));
}

/** The bytes of every file, but for the time that it took. */
async function written(recipe: Recipe, threads: number | undefined, stretch: number): Promise<string[]> {
  const out = join(folder, `out-${++runs}`);
  await evaluationBy(recipe, {
    with: (dialect) =>
      evaluateFiles(dialect, {
        ...{ inputs: [input], out, progress, stretch },
        ...(threads === undefined ? {} : { evaluators: () => inThreads(recipe, threads) }),
      }),
  });
  return resultPaths(out, recipe.kind === 'standard').map((path) =>
    readFileSync(path, 'utf8').replace(/"processingTimeInSeconds": .*/, ''),
  );
}

describe.each(Object.entries(recipes))('%s', (_, recipe) => {
  test.each([
    ['together', {}],
    ['together, with quoted fillers', { fillers: 'quoted' }],
    ['apart', { scatter: true }],
  ] as const)('several threads write what one writes, the rows of a person %s', async (_name, options) => {
    file(options);
    const whole = await written(recipe, undefined, 1e9);
    for (const [threads, stretch] of [
      [undefined, 30_000],
      [1, 70_000],
      [3, 30_000],
      [2, 400_000],
    ] as const) {
      expect(await written(recipe, threads, stretch)).toEqual(whole);
    }
  });
});

test('a person with more rows than a stretch holds is one person', async () => {
  file({ rows: 400, rowsPerPerson: 400, dirtyRate: 0 });
  const recipe = recipes['as BEAR did'] as Recipe;
  expect(await written(recipe, 2, 1000)).toEqual(await written(recipe, undefined, 1e9));
});

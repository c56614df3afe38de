import { ESLint, Linter } from 'eslint';
import { resolve } from 'node:path';
import { parser } from 'typescript-eslint';
import { expect, it } from 'vitest';
import { noWallClock, testRules } from '../../tools/test-rules.mjs';

const root = resolve(import.meta.dirname, '../..');

/** The rules that a piece of a test breaks. */
const brokenBy = (source: string) =>
  new Linter()
    .verify(
      source,
      [
        {
          files: ['**/*.ts'],
          languageOptions: { parser: parser },
          plugins: { tests: testRules },
          rules: { 'no-restricted-syntax': ['error', ...noWallClock], 'tests/stands-alone': 'error' },
        },
      ],
      'some.test.ts',
    )
    .map(({ ruleId, message }) => ruleId ?? message);

const clocks = {
  'a limit on a measured time': `const since = performance.now(); work(); expect(performance.now() - since).toBeLessThan(1000);`,
  'a limit on a variable with a time': `expect(seconds).toBeLessThan(5);`,
  'a limit on a variable by another name': `expect(elapsed).toBeLessThan(5);`,
  'a time by the calendar': `expect(Date.now() - since).toBeLessThan(5);`,
  'a time by the calendar, kept': `const took = Date.now() - since;`,
  'a time by the processor': `const since = process.hrtime();`,
  'a clock from Node': `import { performance as clock } from 'node:perf_hooks';`,
  'a sleep': `import { setTimeout as sleep } from 'node:timers/promises';`,
  'a sleep by hand': `await new Promise((resolve) => setTimeout(resolve, 500));`,
  'a sleep of the browser': `await page.waitForTimeout(300);`,
  'a limit of a locator': `await page.getByText('Done').waitFor({ timeout: 30_000 });`,
  'a limit of a page': `page.setDefaultTimeout(15_000);`,
  'a limit of a request': `await fetch(url, { signal: AbortSignal.timeout(5_000) });`,
  'a limit of a test': `it('is done', async () => {}, 60_000);`,
  'a limit of a test, by name': `it('is done', async () => {}, PATIENCE);`,
  'a limit of a table of tests': `it.each(all)('%s is done', async () => {}, 60_000);`,
  'a limit of a hook': `beforeAll(async () => {}, 120_000);`,
  'a limit of a suite': `describe('all', { timeout: 180_000 }, () => {});`,
  'a waiter of vitest': `await vi.waitFor(() => isDone());`,
};

it.each(Object.entries(clocks))('a test is refused that has %s', (_, source) => {
  expect(brokenBy(source)).toContain('no-restricted-syntax');
});

it('a test is refused that reads what another test left in a variable', () => {
  const chained = `let id: string;
    it('makes one', async () => { id = await make(); });
    it('reads it', async () => { expect(await read(id)).toBe(1); });`;
  expect(brokenBy(chained)).toEqual(['tests/stands-alone']);
  expect(brokenBy(chained.replace('it(', 'it.each(all)('))).toEqual(['tests/stands-alone']);
});

it('a test is not refused that waits, tells the time, stands alone or takes steps', () => {
  const well = `
    const took = stopwatch();
    await until(() => isDone(), { every: 5, moves: ledger });
    say(took());
    expect(row.releasesAt).toBe('2026-01-02');
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    let made: string;
    beforeAll(async () => { made = await make(); });
    it.skipIf(missing)('reads it', async () => { expect(await read(made)).toBe(1); });
    it('reads it again', { concurrent: true }, async () => { expect(await read(made)).toBe(1); });
    let installation: string;
    it('one', async () => { installation = await start(); await use(installation); });
    it('two', async () => { installation = await start(); await use(installation); });
    story('in order', (step) => {
      let id: string;
      step('makes one', async () => { id = await make(); });
      step('reads it', async () => { expect(await read(id)).toBe(1); });
    });`;
  expect(brokenBy(well)).toEqual([]);
});

it.each([
  'test/flow/some.test.ts',
  'test/faults/some.ts',
  'libs/record/src/some.test.ts',
  'apps/cli/src/some/some.test.ts',
])('both rules hold in %s', async (file) => {
  const config = (await new ESLint({ cwd: root }).calculateConfigForFile(resolve(root, file))) as Linter.Config;
  const [level, ...restricted] = config.rules?.['no-restricted-syntax'] as [number, ...object[]];
  expect(level).toBe(2);
  expect(restricted).toEqual(expect.arrayContaining([...noWallClock]));
  expect(config.rules?.['tests/stands-alone']).toEqual([2]);
});

import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { programs } from './programs.mjs';
import { countOf, step } from './step.mjs';

/**
 * `npm test`: build, lint, format, types and every test. The last line is `N passed, N failed`: each test counts, and
 * each of the other steps counts as one. With CI=true a program that is missing is a failure.
 */
const root = resolve(import.meta.dirname, '..');
const output = join(root, 'test-output');
const program = (name, file) => join(root, 'node_modules', name, file);
const total = { passed: 0, failed: 0 };
const add = ({ passed, failed }) => {
  total.passed += passed;
  total.failed += failed;
};
const counted = async (...given) => add((await step(...given)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

process.chdir(root);
rmSync(output, { recursive: true, force: true });
mkdirSync(output);
const { chromium, redis, missing } = programs(root);

async function tests(project) {
  const report = join(output, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const env = { ...(chromium ? { CHROMIUM_PATH: chromium } : {}), ...(redis ? { REDIS_SERVER: redis } : {}) };
  const args = [program('vitest', 'vitest.mjs'), 'run', '--passWithNoTests', '--project', project, ...reporters];
  add(countOf(report, await step(`${project} tests`, args, { env, live: true })));
}

async function checks() {
  // The lint rule on boundaries reads the graph of the projects, which the build has just made.
  await counted('lint', [program('eslint', 'bin/eslint.js'), '.', '--max-warnings=0']);
  await counted('format', [program('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.']);
  await counted('types of the tests', [program('typescript', 'bin/tsc'), '-p', 'tsconfig.test.json']);
}

await counted('build', [program('nx', 'dist/bin/nx.js'), 'run-many', '-t', 'build', '--outputStyle=static']);
await Promise.all([checks(), tests('unit').then(() => tests('integration'))]);
if (chromium) await tests('e2e');
for (const says of missing) {
  process.stdout.write(`${says}\n`);
  if (process.env.CI === 'true') add({ passed: 0, failed: 1 });
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findOldestPostgres } from './find.mjs';
import { programs } from './programs.mjs';
import { countOf, step } from './step.mjs';

/**
 * `npm test`: build, lint, format, types and every test. The last line is `N passed, N failed`: each test counts, and
 * each of the other steps counts as one. With CI=true a program that is missing is a failure.
 */
const root = resolve(import.meta.dirname, '..');
const output = join(root, 'test-output');
const program = (name, file) => join(root, 'node_modules', name, file);
const total = { passed: 0, red: [] };
const add = ({ passed, red }) => {
  total.passed += passed;
  total.red.push(...red);
};
const counted = async (name, ...given) =>
  add((await step(name, ...given)) ? { passed: 1, red: [] } : { passed: 0, red: [name] });

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
  // A test beside it writes these, to see them refused.
  const planted = ['--ignore-pattern', '**/planted-violation.ts'];
  await counted('lint', [program('eslint', 'bin/eslint.js'), '.', '--max-warnings=0', ...planted]);
  await counted('format', [program('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.']);
  await counted('types of the tests', [program('typescript', 'bin/tsc'), '-p', 'tsconfig.test.json']);
}

await counted('build', [program('nx', 'dist/bin/nx.js'), 'run-many', '-t', 'build', '--outputStyle=static']);
// One after the other: each starts its services in the process of vitest, which takes the platform in once.
async function all() {
  await tests('unit');
  await tests('integration');
  if (findOldestPostgres()) await tests('oldest-postgres');
}
await Promise.all([checks(), all()]);
if (chromium) await tests('e2e');
for (const says of missing) {
  process.stdout.write(`${says}\n`);
  if (process.env.CI === 'true') add({ passed: 0, red: [says] });
}
// Said again at the end, where somebody who sees only the end of a long run looks.
for (const one of total.red) process.stdout.write(`✗ ${one}\n`);
process.stdout.write(`${total.passed} passed, ${total.red.length} failed\n`);
process.exitCode = total.red.length === 0 && total.passed > 0 ? 0 : 1;

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { programs } from './programs.mjs';
import { countOf, step } from './step.mjs';

/**
 * Suites of `npm test` at full size:
 * - `npm run test:faults`: 60,000 convictions in each bulk review. A line for each fault says how much was at stake, what
 *   was lost, doubled, and how long it took to be done.
 * - `npm run test:security`: every attack and tampering as often as the figures ask for.
 */
const suites = {
  faults: { env: { CLEARANCE_FAULTS: 'full' }, projects: ['integration'], files: ['test/faults'] },
  security: {
    env: { CLEARANCE_SECURITY: 'full' },
    projects: ['unit', 'integration'],
    files: [
      ...['libs/audit/src/bundle', 'test/access', 'test/isolation'],
      ...['test/faults/tampered-log', 'test/faults/states-and-log', 'test/faults/log-takes-nothing'],
    ],
  },
};
const [name] = process.argv.slice(2);
const suite = suites[name];
if (!suite) throw new Error(`There is no suite ${name}; there are ${Object.keys(suites).join(' and ')}.`);

const root = resolve(import.meta.dirname, '..');
const output = join(root, 'test-output');
const [lines, report] = [join(output, 'faults.txt'), join(output, `${name}.json`)];
const program = (packageName, file) => join(root, 'node_modules', packageName, file);

process.chdir(root);
mkdirSync(output, { recursive: true });
rmSync(lines, { force: true });
const { redis, missing } = programs(root);
const built = await step('build', [program('nx', 'dist/bin/nx.js'), 'run-many', '-t', 'build', '--outputStyle=static']);
const projects = suite.projects.flatMap((project) => ['--project', project]);
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const args = [program('vitest', 'vitest.mjs'), 'run', ...projects, ...reporters, ...suite.files];
const env = { ...suite.env, ...(redis ? { REDIS_SERVER: redis } : {}) };
const { passed, red } = countOf(report, built && (await step(name, args, { env, live: true })));
if (existsSync(lines)) process.stdout.write(`\n${readFileSync(lines, 'utf8')}\n`);
for (const says of missing.filter((line) => line.includes('redis'))) process.stdout.write(`${says}\n`);
for (const one of red) process.stdout.write(`✗ ${one}\n`);
process.stdout.write(`${passed} passed, ${red.length} failed\n`);
process.exitCode = red.length === 0 && passed > 0 ? 0 : 1;

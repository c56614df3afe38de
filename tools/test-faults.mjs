import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { programs } from './programs.mjs';
import { countOf, step } from './step.mjs';

/**
 * `npm run test:faults`: the fault suite of `npm test` at the scale of a county, with 60,000 convictions in each bulk review.
 * A line for each fault says how much was at stake, what was lost, doubled, and how long it took to be done.
 */
const root = resolve(import.meta.dirname, '..');
const output = join(root, 'test-output');
const [lines, report] = [join(output, 'faults.txt'), join(output, 'faults.json')];
const program = (name, file) => join(root, 'node_modules', name, file);

process.chdir(root);
mkdirSync(output, { recursive: true });
rmSync(lines, { force: true });
const { redis, missing } = programs(root);
const built = await step('build', [program('nx', 'dist/bin/nx.js'), 'run-many', '-t', 'build', '--outputStyle=static']);
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const args = [program('vitest', 'vitest.mjs'), 'run', '--project', 'integration', ...reporters, 'test/faults'];
const env = { CLEARANCE_FAULTS: 'full', ...(redis ? { REDIS_SERVER: redis } : {}) };
const { passed, failed } = countOf(report, built && (await step('faults', args, { env, live: true })));
if (existsSync(lines)) process.stdout.write(`\n${readFileSync(lines, 'utf8')}\n`);
for (const says of missing.filter((line) => line.includes('redis'))) process.stdout.write(`${says}\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { performance } from 'node:perf_hooks';

/**
 * Runs one step under the pinned Node and says in a line how it went; what it printed is shown when it failed, or as it
 * comes with `live`. Resolves with whether it ended well.
 */
export function step(name, args, { live = false, env = {} } = {}) {
  const since = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
      env: { ...process.env, ...env },
    });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));
    child.once('error', (error) => printed.push(Buffer.from(`${error.message}\n`)));
    child.once('close', (code) => {
      const seconds = ((performance.now() - since) / 1000).toFixed(1);
      if (code !== 0) process.stdout.write(Buffer.concat(printed));
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
      resolve(code === 0);
    });
  });
}

/**
 * Passed and failed of a run of vitest, and the names of what failed. A file that could not be run at all, and a run that
 * ended badly, count as one.
 */
export function countOf(report, endedWell) {
  const red = [];
  let passed = 0;
  try {
    for (const { name, status, assertionResults } of JSON.parse(readFileSync(report, 'utf8')).testResults) {
      const file = relative(process.cwd(), name);
      const bad = assertionResults.filter((test) => test.status === 'failed');
      passed += assertionResults.filter((test) => test.status === 'passed').length;
      red.push(...bad.map((test) => `${file}: ${test.fullName}`));
      if (bad.length === 0 && status === 'failed') red.push(`${file}: could not be run`);
    }
  } catch (error) {
    process.stdout.write(`No report of the tests: ${error.message}\n`);
  }
  if (red.length === 0 && !endedWell) red.push(`${relative(process.cwd(), report)}: the run ended badly`);
  return { passed, failed: red.length, red };
}

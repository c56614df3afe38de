import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { check, median, seconds } from './measure.mjs';
import { sample } from './sample.mjs';
import { watchMemory } from './tree-memory.mjs';

/** Rows a second that counties got in 2020 on two cores, with 4.4 GB. */
const THEN = 21_500;

/** More rows than this are evaluated once and not five times. */
const OFTEN = 1_000_000;

const COUNTY = 'EVALUATING';

/** `clearance evaluate` as an office runs it, three result files written: as BEAR did it, and by a policy of today. */
export async function evaluating({ folder, rows }) {
  const input = sample(folder, COUNTY, rows);
  const options = join(folder, 'bear.json');
  writeFileSync(options, JSON.stringify(defaultsOfBear));
  const results = [];
  for (const [reading, policy] of [
    ['as BEAR with its defaults', ['--policy', 'bear', '--options', options]],
    ['by la-2020', ['--policy', 'la-2020']],
  ])
    results.push(await measured(`evaluating ${rows} rows ${reading}`, input, policy, { folder, rows }));
  return results;
}

const defaultsOfBear = {
  baselineEligibility: { dismiss: ['11357', '11358', '11359', '11360'], reduce: [] },
  additionalRelief: {
    subjectHasOnlyProp64Charges: true,
    yearsSinceConvictionThreshold: 5,
    yearsCrimeFreeThreshold: 5,
  },
};

async function measured(work, input, policy, { folder, rows }) {
  const taken = [];
  let peak = 0;
  for (let run = 0; run < (rows > OFTEN ? 1 : 5); run += 1) {
    const out = join(folder, `evaluated-${run}`);
    taken.push(
      await seconds(async () => {
        peak = Math.max(peak, await evaluate(input, policy, out));
      }),
    );
    const { lineCount } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
    check(lineCount === rows, `${lineCount} of ${rows} rows evaluated`);
    for (const file of ['All_Results.csv', 'All_Results_Condensed.csv', 'Prop64_Results.csv'])
      check(existsSync(join(out, file)), `${file} was written`);
    rmSync(out, { recursive: true });
  }
  const speed = rows / median(taken);
  return {
    work,
    against: `${THEN} rows/s of 2020 (higher is better)`,
    ratio: speed / THEN,
    bar: '≥ 4',
    note: `${Math.round(speed)} rows/s, all processes at most ${Math.round(peak / 1024)} MB (bar: ${rows > OFTEN ? 768 : 512})`,
  };
}

/** Runs the command to its end; gives the most memory that it and its processes had at once, in KiB. */
async function evaluate(input, policy, out) {
  const main = resolve(import.meta.dirname, '../../apps/cli/dist/main.js');
  const where = ['--input', input, '--county', COUNTY, '--as-of', '2019-11-11', '--out', out];
  const child = spawn(process.execPath, [main, 'evaluate', ...where, ...policy], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const memory = watchMemory(child.pid);
  const code = await new Promise((done) => child.once('exit', done));
  check(code === 0, `clearance evaluate ended with ${code}`);
  return memory.stop();
}

import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { check, median, seconds } from './measure.mjs';
import { readingAlone } from './reading.mjs';
import { sample, shapes } from './sample.mjs';
import { watchMemory } from './tree-memory.mjs';

/** More rows than this are evaluated once and not several times. */
const OFTEN = 1_000_000;
const COUNTY = 'EVALUATING';

/** `clearance evaluate` as an office runs it, three result files written, against csv-parse reading the same file. */
export async function evaluating({ folder, rows, runs }) {
  const options = join(folder, 'bear.json');
  writeFileSync(options, JSON.stringify(defaultsOfBear));
  const readings = [
    { name: 'as BEAR with its defaults', policy: ['--policy', 'bear', '--options', options], bar: 1 / 4 },
    { name: 'by la-2020', policy: ['--policy', 'la-2020'], bar: 1 / 3 },
  ];
  const results = [];
  for (const { shape, ...how } of shapes) {
    const input = sample(folder, COUNTY, rows, how);
    results.push(...(await measured(readings, input, shape, { folder, rows, runs: rows > OFTEN ? 1 : runs })));
    rmSync(input);
  }
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

/** In turn: the yardstick, then each reading, so often. */
async function measured(readings, input, shape, { folder, rows, runs }) {
  const alone = [];
  const taken = readings.map(() => []);
  const peaks = readings.map(() => 0);
  for (let run = 0; run < runs; run += 1) {
    alone.push(await readingAlone(input, rows));
    for (const [index, { policy }] of readings.entries()) {
      const out = join(folder, `evaluated-${run}`);
      taken[index].push(
        await seconds(async () => {
          peaks[index] = Math.max(peaks[index], await evaluate(input, policy, out));
        }),
      );
      checkResults(out, rows);
      rmSync(out, { recursive: true });
    }
  }
  return readings.map(({ name, bar }, index) => ({
    work: `evaluating ${rows} rows ${name}, ${shape}`,
    against: `csv-parse reading the same file, ${median(alone).toFixed(1)} s`,
    ratio: median(taken[index]) / median(alone),
    bar,
    note: `all processes at most ${Math.round(peaks[index] / 1024)} MB (bar: ${rows > OFTEN ? 768 : 512})`,
  }));
}

function checkResults(out, rows) {
  const { lineCount } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
  check(lineCount === rows, `${lineCount} of ${rows} rows evaluated`);
  for (const file of ['All_Results.csv', 'All_Results_Condensed.csv', 'Prop64_Results.csv'])
    check(existsSync(join(out, file)), `${file} was written`);
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

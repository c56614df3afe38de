import { mkdirSync, mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { bulkReview } from './bulk-review.mjs';
import { evaluating } from './evaluating.mjs';
import { exporting } from './exporting.mjs';
import { finding } from './finding.mjs';
import { importing } from './importing.mjs';
import { neighbour } from './neighbour.mjs';
import { parsing } from './parsing.mjs';
import { queuePage } from './queue-page.mjs';
import { reEvaluating } from './re-evaluating.mjs';
import { storing } from './storing.mjs';
import { verifying } from './verifying.mjs';

/**
 * `npm run bench [-- --rows N] [--only NAME,NAME] [--count CONVICTIONS] [--runs N] [--workers N]`: each figure is a ratio to a
 * reference measured in the same run on the same machine, the median of paired runs. Nothing here asserts a time; that what
 * was produced is right is checked. A county's size: `--rows 1000000 --count 60000`. `--workers` is for bulk reviews one
 * figure in place of three (1, 2 and 4). `--only evaluating --rows 10000000` shows that memory does not grow with the file
 * (it takes 40 GB of disk for a while).
 */
const argument = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const rows = Number(argument('rows', '200000'));
const only = argument('only', '');
const count = Number(argument('count', '20000'));
const workers = argument('workers', '') === '' ? undefined : Number(argument('workers', ''));
const folder = mkdtempSync(join(tmpdir(), 'clearance-bench-'));
chmodSync(folder, 0o755);
const cases = {
  parsing,
  evaluating,
  storing,
  verifying,
  exporting,
  importing,
  reEvaluating,
  queuePage,
  finding,
  bulkReview,
  neighbour,
};
const runs = Number(argument('runs', '5'));
const wanted = only === '' ? Object.keys(cases) : only.split(',');
const results = [];
try {
  for (const name of wanted) {
    const run = cases[name];
    if (!run) throw new Error(`There is no case ${name}; there are ${Object.keys(cases).join(', ')}.`);
    process.stderr.write(`${name} …\n`);
    try {
      results.push(...(await run({ folder, rows, count, runs, workers })));
    } catch (error) {
      // What was measured before, and what comes after, is not lost for it.
      process.stderr.write(`${name} failed: ${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const shown = results.map(({ work, against, ratio, bar, note }) => ({
  work,
  against,
  ratio: ratio.toFixed(2),
  bar: `≤ ${Number(bar.toFixed(2))}`,
  verdict: ratio <= bar ? 'met' : '**missed**',
  note: note ?? '',
}));
const columns = ['work', 'against', 'ratio', 'bar', 'verdict', 'note'];
console.log(`| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
for (const row of shown) console.log(`| ${columns.map((column) => row[column]).join(' | ')} |`);
const out = resolve('bench');
mkdirSync(out, { recursive: true });
const machine = {
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 1024 ** 3),
  node: process.version,
};
writeFileSync(
  join(out, 'results.json'),
  `${JSON.stringify({ at: new Date().toISOString(), rows, machine, results }, null, 2)}\n`,
);

import { rmSync } from 'node:fs';
import { county } from './county.mjs';
import { check, peakOf, seconds } from './measure.mjs';
import { readingAlone } from './reading.mjs';
import { sample, shapes } from './sample.mjs';

/**
 * A file through the API until the queue can be worked: uploaded, encrypted, read, stored, counted, evaluated, each
 * determination with its trace and its entry on the log. Each shape has an installation of its own, and is imported once:
 * the same file counts once.
 */
export async function importing({ folder, rows, workers = 2 }) {
  const results = [];
  for (const [index, { shape, ...how }] of shapes.entries()) {
    const name = `IMPORTING${'ABCD'[index]}`;
    // Made first: this thread hears of nothing meanwhile, not even that the api closed a connection.
    const path = sample(folder, name, rows, how);
    const installation = await county(folder, name, workers);
    try {
      await installation.post('/api/policies', { preset: 'la-2020' });
      const alone = await readingAlone(path, rows);
      let view;
      const taken = await seconds(async () => (view = await installation.import(path)));
      check(view.rows === rows, `${view.rows} of ${rows} rows imported`);
      const peak = peakOf(installation.workers);
      results.push({
        work: `import and evaluation of ${rows} rows, ${shape}`,
        against: `csv-parse reading the same file, ${alone.toFixed(1)} s`,
        ratio: taken / alone,
        bar: 1 / 2,
        note: `${taken.toFixed(1)} s, ${workers} workers, each at most ${peak} MB (bar: 512)`,
      });
    } finally {
      await installation.stop();
      rmSync(path);
    }
  }
  return results;
}

import { county } from './county.mjs';
import { check, peakOf, seconds } from './measure.mjs';
import { sample } from './sample.mjs';

/** Rows a second that counties got in 2020 on two cores, all in one. */
const THEN = 21_500;

/** A file through the API until the queue can be worked: encrypted, parsed, stored, counted, evaluated. */
export async function importing({ folder, rows, workers = 2 }) {
  const installation = await county(folder, 'IMPORTING', workers);
  try {
    await installation.post('/api/policies', { preset: 'la-2020' });
    const path = sample(folder, 'IMPORTING', rows);
    let view;
    const taken = await seconds(async () => (view = await installation.import(path)));
    check(view.rows === rows, `${view.rows} of ${rows} rows imported`);
    const peak = peakOf(installation.workers);
    const note = `${Math.round(rows / taken)} rows/s, ${workers} workers, each at most ${peak} MB`;
    return [
      {
        work: `import and evaluation of ${rows} rows`,
        against: `${THEN} rows/s of 2020 (higher is better)`,
        ratio: rows / taken / THEN,
        bar: '≥ 4',
        note,
      },
    ];
  } finally {
    await installation.stop();
  }
}

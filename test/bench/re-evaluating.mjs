import { setTimeout as sleep } from 'node:timers/promises';
import { county } from './county.mjs';
import { check, median, seconds } from './measure.mjs';
import { sample } from './sample.mjs';

/** Another policy tried over everybody in the county against the published one, from the click to the counts. */
export async function reEvaluating({ folder, rows, workers }) {
  const installation = await county(folder, 'TRYING', workers);
  try {
    await installation.post('/api/policies', { preset: 'la-2020' });
    await installation.import(sample(folder, 'TRYING', rows));
    await quiet(installation);
    const taken = [];
    let view;
    // The same inputs are answered from the last time, so each run has a day of its own.
    for (const day of ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05']) {
      taken.push(
        await seconds(async () => {
          const { id } = await installation.post('/api/simulations', { candidate: 'preset:sf-2018', asOf: day });
          do {
            await sleep(20);
            view = await installation.get(`/api/simulations/${id}`);
          } while (view.state === 'running');
        }),
      );
      check(view.state === 'done', `the simulation is ${view.state}`);
    }
    check(view.result.after.convictions > 0, 'nothing was counted');
    const perMillion = (median(taken) / rows) * 1_000_000;
    return [
      {
        work: `two policies compared over ${rows} rows`,
        against: '3 s for 1,000,000 rows',
        ratio: perMillion / 3,
        bar: '≤ 1',
        note: `${median(taken).toFixed(2)} s, ${view.people} people, ${view.result.moved} convictions move`,
      },
    ];
  } finally {
    await installation.stop();
  }
}

async function quiet(installation) {
  const running = async () => (await installation.get('/api/work')).filter((work) => work.state === 'running').length;
  while ((await running()) > 0) await sleep(200);
}

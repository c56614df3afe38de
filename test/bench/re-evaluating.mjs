import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { county } from './county.mjs';
import { check, median, seconds } from './measure.mjs';
import { sample } from './sample.mjs';

/**
 * Another policy tried over everybody in the county against the published one, from the click to the counts; against the
 * command evaluating the same file by one of them.
 */
export async function reEvaluating({ folder, rows, workers }) {
  const installation = await county(folder, 'TRYING', workers);
  try {
    await installation.post('/api/policies', { preset: 'la-2020' });
    const input = sample(folder, 'TRYING', rows);
    await installation.import(input);
    await quiet(installation);
    const [taken, alone] = [[], []];
    let view;
    // The same inputs are answered from the last time, so each run has a day of its own.
    for (const day of ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05']) {
      alone.push(await seconds(() => evaluated(input, join(folder, `tried-${day}`))));
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
    return [
      {
        work: `two policies compared over ${rows} rows`,
        against: `clearance evaluate of one of them, ${median(alone).toFixed(1)} s`,
        ratio: median(taken) / median(alone),
        bar: 1 / 2,
        note: `${median(taken).toFixed(2)} s, ${view.people} people, ${view.result.moved} convictions move`,
      },
    ];
  } finally {
    await installation.stop();
  }
}

function evaluated(input, out) {
  const main = resolve(import.meta.dirname, '../../apps/cli/dist/main.js');
  const how = ['--county', 'TRYING', '--as-of', '2026-01-01', '--policy', 'la-2020', '--out', out];
  execFileSync(process.execPath, [main, 'evaluate', '--input', input, ...how], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  rmSync(out, { recursive: true });
  return Promise.resolve();
}

async function quiet(installation) {
  const running = async () => (await installation.get('/api/work')).filter((work) => work.state === 'running').length;
  while ((await running()) > 0) await sleep(200);
}

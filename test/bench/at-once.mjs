import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Each of `people` asks one after the other, all of them at once, `rounds` times each, after a pause of `pause` ms on the
 * average; answers every time in ms.
 */
export async function atOnce(people, rounds, ask, pause = 0) {
  const times = [];
  await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      for (let round = 0; round < rounds; round += 1) {
        // Spread over the people, so that they are not in step.
        if (pause > 0) await sleep(((person * 31 + round * 17) % 100) * (pause / 49.5));
        const start = performance.now();
        await ask(person, round);
        times.push(performance.now() - start);
      }
    }),
  );
  return times;
}

/** A cheap client that keeps its connections, so that what is measured is the answer and not who asks. */
export function asker(base) {
  const agent = new Agent({ keepAlive: true });
  return {
    get: (cookie, path) =>
      new Promise((resolve, reject) => {
        const asked = request(base + path, { agent, headers: { cookie } }, (answer) => {
          const parts = [];
          answer.on('data', (part) => parts.push(part));
          answer.on('end', () => {
            const body = Buffer.concat(parts).toString();
            if (answer.statusCode === 200) resolve({ body, headers: answer.headers });
            else reject(new Error(`${path}: ${answer.statusCode} ${body}`));
          });
        });
        asked.on('error', reject);
        asked.end();
      }),
    close: () => agent.destroy(),
  };
}

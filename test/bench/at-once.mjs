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
  const ask = (method, cookie, path, body) =>
    new Promise((resolve, reject) => {
      const json = body === undefined ? {} : { 'content-type': 'application/json' };
      const asked = request(base + path, { agent, method, headers: { cookie, ...json } }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString();
          if (answer.statusCode < 300) resolve({ body: text, headers: answer.headers });
          else reject(new Error(`${path}: ${answer.statusCode} ${text}`));
        });
      });
      asked.on('error', reject);
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  return {
    get: (cookie, path) => ask('GET', cookie, path),
    post: (cookie, path, body) => ask('POST', cookie, path, body),
    close: () => agent.destroy(),
  };
}

import { setTimeout as sleep } from 'node:timers/promises';

type Found<T> = Exclude<T, undefined | null | false | '' | 0>;

/** Asks again until the answer is something; throws when that takes longer than `seconds`. */
export async function until<T>(ask: () => Promise<T> | T, seconds = 60, every = 50): Promise<Found<T>> {
  const latest = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Found<T>;
    if (performance.now() > latest) throw new Error(`Not within ${seconds} seconds: ${ask.toString().slice(0, 200)}`);
    await sleep(every);
  }
}

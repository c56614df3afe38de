import { setTimeout as sleep } from 'node:timers/promises';
import { check } from './measure.mjs';

export const inFilter = (filter) => `filter=${encodeURIComponent(JSON.stringify(filter))}`;

const setOf = (who, filter) => who.get(`/api/convictions/set?${inFilter(filter)}`);

/** Waits until a bulk review is done, asking as often as told. */
export async function ended(who, id, everyMs = 20) {
  for (;;) {
    const review = await who.get(`/api/bulk-reviews/${id}`);
    if (review.state === 'done') return review;
    check(review.state === 'running', `the bulk review is ${review.state}`);
    await sleep(everyMs);
  }
}

/** A decision on the whole set, from the click to "done": the seconds that takes, and how many there were. */
export async function bulk(who, filter, act, everyMs) {
  const { count, digest } = await setOf(who, filter);
  const start = performance.now();
  const started = await who.post('/api/bulk-reviews', { ...act, filter, expectedCount: count, digest });
  const review = await ended(who, started.id, everyMs);
  const taken = (performance.now() - start) / 1000;
  check(review.done === count && review.skipped === 0, `${review.skipped} of ${count} were skipped`);
  return { id: started.id, taken, count };
}

/** Looks at the whole sample that the server draws, and finds all of it good. */
export async function findAllGood(who, filter) {
  const { count, digest } = await setOf(who, filter);
  const drawn = await who.post('/api/samples', { filter, expectedCount: count, digest });
  for (const { id, personId } of drawn.items) {
    await who.get(`/api/people/${personId}`);
    await who.post(`/api/samples/${drawn.id}/findings`, { convictionId: id, finding: 'good' });
  }
}

import { readFileSync } from 'node:fs';

/** Seconds that `work` takes. */
export async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The time that 95 of 100 did not exceed. */
export const p95 = (values) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1];

/** The ratio of two pieces of work, run in turn `times` times; medians of each. */
export async function paired(times, work, reference) {
  const [own, other] = [[], []];
  for (let run = 0; run < times; run += 1) {
    other.push(await seconds(reference));
    own.push(await seconds(work));
  }
  return { ratio: median(own) / median(other), own: median(own), other: median(other) };
}

/** The most memory that any of these processes held, in MB. */
export const peakOf = (processes) =>
  Math.max(
    ...processes.map(({ pid }) => {
      const [, peak = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
      return Math.round(Number(peak) / 1024);
    }),
  );

export function check(condition, says) {
  if (!condition) throw new Error(`The bench produced something wrong: ${says}`);
}

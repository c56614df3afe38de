/**
 * How many of a group have to be looked at, and what it shows when they were. Exact where the sample is a large part of
 * the group (hypergeometric: drawn without putting back), Clopper–Pearson where it is a small one.
 */

/** What an approver asks of a sample: with `confidence`, fewer than the share `tolerated` are defects. */
export interface Demand {
  /** Below 1, e.g. 0.95. */
  readonly confidence: number;
  /** Above 0, e.g. 0.01 for one in a hundred. */
  readonly tolerated: number;
}

/** What was looked at: `looked` drawn from `population`, of which `defects` were defects. */
export interface Looked {
  readonly population: number;
  readonly looked: number;
  readonly defects: number;
}

/** The most that can be wrong, at a confidence: a count of the population and the share that it is. */
export interface Bound {
  readonly count: number;
  readonly share: number;
}

/** A group of which `overrides` were looked at in full and `drawn` of the others at random, with what was found. */
export interface LookedAt {
  readonly count: number;
  readonly overrides: number;
  readonly drawn: number;
  readonly drawnDefects: number;
  readonly overrideDefects: number;
}

/** A sample of at most a twentieth of the group says as much as one of an endless group. */
const SMALL_PART = 20;
/** Sums of many small numbers may miss an equality by this. */
const NEARLY = 1e-12;

/**
 * The size of the smallest sample that shows, when nothing is found in it, that fewer than `tolerated` of the group are
 * defects: 299 for 1% at 95%, 598 for 0.5%, 59 for 5%; in a small group fewer, and never more than all of it.
 */
export function sampleSize(population: number, { confidence, tolerated }: Demand): number {
  const endless = Math.ceil(Math.log(1 - confidence) / Math.log(1 - tolerated) - NEARLY);
  if (endless * SMALL_PART <= population) return endless;
  // The fewest defects that would be too many: were they there, the sample would miss all of them this seldom.
  const defects = Math.max(1, Math.ceil(tolerated * population - NEARLY));
  let missed = 1;
  for (let size = 0; size < population; size += 1) {
    if (missed <= 1 - confidence + NEARLY) return size;
    missed *= Math.max(0, population - defects - size) / (population - size);
  }
  return population;
}

/** The upper limit of what is wrong in the group at this confidence, from what was found in the sample. */
export function boundShown({ population, looked, defects }: Looked, confidence: number): Bound {
  if (population === 0) return { count: 0, share: 0 };
  if (looked === 0) return { count: population, share: 1 };
  if (looked * SMALL_PART <= population) {
    const share = clopperPearson(looked, defects, confidence);
    return { count: Math.floor(share * population + NEARLY), share };
  }
  // The most defects with which a sample as good as this one would still not be a surprise.
  let [low, high] = [defects, population - (looked - defects)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (atMostFound(population, middle, looked, defects) > 1 - confidence + NEARLY) low = middle;
    else high = middle - 1;
  }
  return { count: low, share: low / population };
}

/** The bound for a whole group: what was found among those looked at in full, and the bound for the others. */
export function boundOfGroup(group: LookedAt, confidence: number): Bound {
  const population = group.count - group.overrides;
  const others = boundShown({ population, looked: group.drawn, defects: group.drawnDefects }, confidence);
  const count = others.count + group.overrideDefects;
  return { count, share: group.count === 0 ? 0 : (others.share * population + group.overrideDefects) / group.count };
}

/** What a sample means, in words; `who` looked at it. */
export function meaningOf(
  sample: {
    readonly count: number;
    readonly overrides: number;
    readonly drawn: number;
    readonly defects: number;
    readonly confidence: number;
    readonly bound: Bound;
  },
  who = 'You',
): string {
  const { count, overrides, drawn, defects, bound } = sample;
  const say = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  const looked = overrides + drawn;
  const found =
    defects === 0 ? 'found nothing wrong' : `found ${say(defects)} that ${defects === 1 ? 'is' : 'are'} wrong`;
  if (looked >= count) return `${who} looked at all ${say(count)} and ${found}.`;
  const one = overrides === 1;
  const also =
    overrides > 0 ? `, and ${one ? 'the one that does' : `all ${say(overrides)} that do`} not follow the policy,` : '';
  return (
    `${who} looked at ${say(drawn)} drawn at random from ${say(count)}${also} and ${found}. ` +
    `With ${say(sample.confidence * 100)}% confidence at most ${say(bound.count)} of the ${say(count)} ` +
    `(${say(Math.ceil(bound.share * 10_000) / 100)}%) are wrong.`
  );
}

/** The share at which `defects` or fewer in `looked` would be as seldom as 1 - confidence. */
function clopperPearson(looked: number, defects: number, confidence: number): number {
  if (defects >= looked) return 1;
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (binomialAtMost(looked, middle, defects) > 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}

/** P(X ≤ found) for X ~ Binomial(looked, share). */
function binomialAtMost(looked: number, share: number, found: number): number {
  let log = looked * Math.log1p(-share);
  let sum = Math.exp(log);
  for (let k = 1; k <= found; k += 1) {
    log += Math.log((looked - k + 1) / k) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(log);
  }
  return sum;
}

/** P(X ≤ found) for X defects among `looked` drawn from `population` that holds `defects`. */
function atMostFound(population: number, defects: number, looked: number, found: number): number {
  const least = Math.max(0, looked - (population - defects));
  if (found < least) return 0;
  let log = logChoose(defects, least) + logChoose(population - defects, looked - least) - logChoose(population, looked);
  let sum = Math.exp(log);
  for (let k = least + 1; k <= Math.min(found, defects, looked); k += 1) {
    log += Math.log(((defects - k + 1) * (looked - k + 1)) / (k * (population - defects - looked + k)));
    sum += Math.exp(log);
  }
  return sum;
}

function logChoose(n: number, k: number): number {
  const few = Math.min(k, n - k);
  let log = 0;
  for (let at = 1; at <= few; at += 1) log += Math.log((n - few + at) / at);
  return log;
}

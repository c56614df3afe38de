import type { Counts, Dimension, Impact, OutcomeCounts, PeopleFigures } from './figures.ts';
import { add, dimensions, greatestFirst, sorted } from './figures.ts';
import type { Flow, Simulation } from './simulate.ts';
import { flowName, moverName } from './simulate.ts';

/**
 * The impact on all people together, where each part counted some of them and nobody twice.
 *
 * @throws RangeError when there are no parts, or they are not of one policy, county and as-of date
 */
export function sumOfImpacts(parts: readonly Impact[]): Impact {
  const [first] = parts;
  if (!first) throw new RangeError('nothing to add up');
  const basis = (one: Impact) => [one.policy, one.policyVersion, one.county, one.asOf].join(' ');
  if (parts.some((part) => basis(part) !== basis(first))) throw new RangeError('the parts are not of one evaluation');
  const total = (figure: 'convictions' | 'possible' | 'felonies' | 'nonFelonies') =>
    parts.reduce((sum, part) => sum + part[figure], 0);
  const by = dimensions.map((dimension) => [dimension, sumByKey(parts.map((part) => part.by[dimension]))] as const);
  return {
    ...first,
    convictions: total('convictions'),
    possible: total('possible'),
    byOutcome: sumOf(parts.map((part) => part.byOutcome)),
    by: Object.fromEntries(by) as Record<Dimension, Record<string, OutcomeCounts>>,
    felonies: total('felonies'),
    nonFelonies: total('nonFelonies'),
    earliestConviction: parts.flatMap((part) => part.earliestConviction ?? []).sort()[0] ?? null,
    people: sumOf<PeopleFigures>(parts.map((part) => part.people)),
    peopleByRace: sumByKey<PeopleFigures>(parts.map((part) => part.peopleByRace)),
  };
}

/**
 * The simulation over all people together, where each part had some of them and nobody twice.
 *
 * @throws RangeError when there are no parts, or they are not of the same two policies, county and as-of date
 */
export function sumOfSimulations(parts: readonly Simulation[]): Simulation {
  const flows = new Map<string, Flow>();
  for (const one of parts.flatMap((part) => part.flows)) {
    const { convictions = 0, people = 0 } = flows.get(flowName(one)) ?? {};
    flows.set(flowName(one), { ...one, convictions: convictions + one.convictions, people: people + one.people });
  }
  const movers = new Map<string, Simulation['movers'][number]>();
  for (const one of parts.flatMap((part) => part.movers)) {
    const { convictions = 0 } = movers.get(moverName(one)) ?? {};
    movers.set(moverName(one), { ...one, convictions: convictions + one.convictions });
  }
  return {
    before: sumOfImpacts(parts.map((part) => part.before)),
    after: sumOfImpacts(parts.map((part) => part.after)),
    flows: greatestFirst(flows.values(), flowName),
    movers: greatestFirst(movers.values(), moverName),
    moves: parts.flatMap((part) => part.moves),
  };
}

function sumOf<Figures extends Readonly<Record<keyof Figures, number>>>(parts: readonly Figures[]): Figures {
  const counts: Counts = {};
  for (const part of parts) for (const [key, count] of Object.entries<number>(part)) add(counts, key, count);
  return counts as Figures;
}

function sumByKey<Figures extends Readonly<Record<keyof Figures, number>>>(
  parts: readonly Readonly<Record<string, Figures>>[],
): Record<string, Figures> {
  const byKey: Record<string, Figures[]> = {};
  for (const part of parts) for (const [key, figures] of Object.entries(part)) (byKey[key] ??= []).push(figures);
  return sorted(byKey, (figures) => sumOf(figures));
}

import { csvLine } from '@clearance/audit';
import type { ImpactView } from '@clearance/contract';
import { dimensions, outcomes, type Impact } from '@clearance/eligibility';

/** Fewer people than this could be told apart by somebody who knows one of them. */
const LEAST_SHOWN = 11;
const FEWER = `fewer than ${LEAST_SHOWN}`;

type Figure = readonly [name: string, value: string | number, rule: string];

/**
 * The figures one to a line, each with what it counts, of which policy and as of when.
 *
 * @param suppress for what is published: a count of one to ten is not told, and of the earliest conviction only the year
 */
export function impactCsv(view: ImpactView & { impact: Impact }, suppress: boolean): string {
  const { asOf, impact, policyTitle, policyVersion } = view;
  const policy = `${policyTitle ?? ''}, version ${policyVersion ?? ''}`;
  const shown = (value: string | number) =>
    suppress && typeof value === 'number' && value > 0 && value < LEAST_SHOWN ? FEWER : value;
  return [
    csvLine(['Figure', 'Value', 'Counting rule', 'Policy', 'As of']),
    ...figuresOf(suppress ? withoutDay(impact) : impact).map(([name, value, rule]) =>
      csvLine([name, shown(value), rule, policy, asOf ?? '']),
    ),
  ].join('');
}

const withoutDay = (impact: Impact): Impact => ({
  ...impact,
  earliestConviction: impact.earliestConviction?.slice(0, 4) ?? null,
});

const words = (name: string): string => name.replaceAll('_', ' ');

function figuresOf({ countingRules: rules, ...impact }: Impact): Figure[] {
  const people = ({ all, noConvictionLeft, noFelonyLeft, noneInSevenYears, withRelief }: Impact['people'], of = '') =>
    [
      [`People${of}`, all, rules.all],
      [`People with relief${of}`, withRelief, rules.withRelief],
      [`People with no felony left${of}`, noFelonyLeft, rules.noFelonyLeft],
      [`People with no conviction left${of}`, noConvictionLeft, rules.noConvictionLeft],
      [`People with none left of the last seven years${of}`, noneInSevenYears, rules.noneInSevenYears],
    ] satisfies Figure[];
  return [
    ['Convictions', impact.convictions, rules.convictions],
    ['Possible convictions', impact.possible, rules.possible],
    ['Felonies', impact.felonies, rules.felonies],
    ['Misdemeanors and infractions', impact.nonFelonies, rules.nonFelonies],
    ['Earliest conviction', impact.earliestConviction ?? 'unknown', rules.earliestConviction],
    ...outcomes.map((one): Figure => [`Convictions: ${words(one)}`, impact.byOutcome[one], rules.byOutcome]),
    ...people(impact.people),
    ...dimensions.flatMap((dimension) =>
      Object.entries(impact.by[dimension]).flatMap(([value, counts]) =>
        outcomes.map((one): Figure => [
          `Convictions by ${dimension}: ${value}: ${words(one)}`,
          counts[one],
          rules[dimension],
        ]),
      ),
    ),
    ...Object.entries(impact.peopleByRace).flatMap(([race, figures]) => people(figures, `, race ${race}`)),
  ];
}

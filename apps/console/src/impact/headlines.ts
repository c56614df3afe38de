import type { Impact } from '@clearance/contract';
import { calendarDate, percent } from '../ui/format.ts';
import { ruleText } from './rule-text.ts';
import { figureText } from './small-figures.ts';

/** One figure that is read out: what it is, how much, and what it counts. */
export interface Headline {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** `42% of them`; empty where it is no part of anything. */
  readonly share: string;
  readonly rule: string;
}

/** The figures of people, then those of convictions, in the order in which they are told. */
export function headlines(
  impact: Impact,
  publish: boolean,
): { people: readonly Headline[]; convictions: readonly Headline[] } {
  const { countingRules, people } = impact;
  const figure = (key: keyof typeof countingRules, label: string, value: number, whole?: number): Headline => ({
    ...{ key, label },
    value: figureText(value, publish),
    // A share of a figure that is not told would tell it.
    share:
      whole === undefined || figureText(value, publish) !== figureText(value, false)
        ? ''
        : `${percent(value, whole)} of them`,
    rule: ruleText(countingRules[key]),
  });
  return {
    people: [
      figure('all', 'People with such a conviction', people.all),
      figure('withRelief', 'People with any relief', people.withRelief, people.all),
      figure('noFelonyLeft', 'People with no felony left', people.noFelonyLeft, people.all),
      figure('noConvictionLeft', 'People with no conviction left', people.noConvictionLeft, people.all),
      figure('noneInSevenYears', 'People with none in the last seven years', people.noneInSevenYears, people.all),
    ],
    convictions: [
      figure('convictions', 'Convictions', impact.convictions),
      figure('felonies', 'Felonies', impact.felonies, impact.convictions),
      figure('nonFelonies', 'Misdemeanors and infractions', impact.nonFelonies, impact.convictions),
      figure('possible', 'Counts that may be convictions', impact.possible, impact.convictions),
      {
        key: 'earliestConviction',
        label: 'Earliest conviction',
        value: earliest(impact.earliestConviction, publish),
        share: '',
        rule: ruleText(countingRules.earliestConviction),
      },
    ],
  };
}

/** One day may point to one person; for publication the year is enough. */
function earliest(day: string | null, publish: boolean): string {
  if (day === null) return 'none dated';
  return publish ? day.slice(0, 4) : calendarDate(day);
}

import { cannabis } from '../lists/cannabis.ts';
import type { StatuteList } from '../lists/statute-list.ts';
import type { Condition, Policy, Rule } from '../policy/policy.ts';
import type { BearOptions } from './bear-options.ts';

const CITE = 'HS 11361.9';

/**
 * What an office chose in BEAR, as a policy of the product: the same rules in the same order, read standardly, so that
 * what differs is the reading. One threshold has no counterpart: BEAR's crime-free years leave out the day itself.
 */
export function bearAsPolicy({ additionalRelief: relief, baselineEligibility }: BearOptions): Policy {
  const { subjectAgeThreshold: age, yearsSinceConvictionThreshold: since, yearsCrimeFreeThreshold: free } = relief;
  const { dismiss, reduce } = baselineEligibility;
  return {
    name: 'bear-read-standardly',
    version: '1',
    title: "The choices of the office in BEAR, in the product's own reading",
    jurisdiction: 'CA',
    legalBasis: CITE,
    scope: { statutes: 'cannabis', county: 'any' },
    lists: { cannabis, ...Object.fromEntries([...dismiss, ...reduce].map((each) => [nameOf(each), listOf(each)])) },
    rules: [
      rule('misdemeanor', 'A misdemeanor or an infraction.', {
        term: 'severity',
        is: ['misdemeanor', 'infraction'],
      }),
      ...dismiss.map((each) => rule(`dismiss-${each}`, `Every conviction of HS ${each} is dismissed.`, isOf(each))),
      ...when(relief.subjectUnder21AtConviction, 'under-21', 'Under 21 when convicted.', {
        term: 'age_at_conviction',
        compare: 'under',
        years: 21,
      }),
      ...when(age > 0, 'age', `The person is ${age} or older.`, {
        term: 'age_as_of',
        compare: 'at_least',
        years: age,
      }),
      ...when(since > 0, 'years-since', `Convicted ${since} or more years ago.`, {
        term: 'convicted',
        compare: 'on_or_before',
        yearsBeforeAsOf: since,
      }),
      ...when(free > 0, 'crime-free', `No conviction in the last ${free} years.`, {
        term: 'conviction_free',
        years: free,
      }),
      ...when(relief.subjectHasOnlyProp64Charges, 'only-cannabis', 'Only cannabis convictions on record.', {
        term: 'only_convictions_in',
        list: 'cannabis',
      }),
      ...when(relief.subjectIsDeceased, 'deceased', 'The person has died.', { term: 'deceased' }),
      ...reduce.map((each): Rule => ({
        ...rule(`reduce-${each}`, `Every conviction of HS ${each} is reduced.`, isOf(each)),
        then: { outcome: 'reduce' },
      })),
    ],
    otherwise: { title: 'The office chose no relief for it.', then: { outcome: 'not_eligible' }, cite: CITE },
  };
}

function rule(id: string, title: string, condition: Condition): Rule {
  return { id, title, when: condition, then: { outcome: 'dismiss' }, cite: CITE };
}

function when(chosen: boolean, id: string, title: string, condition: Condition): Rule[] {
  return chosen ? [rule(id, title, condition)] : [];
}

function isOf(section: string): Condition {
  return { term: 'offense', in: nameOf(section) };
}

function nameOf(section: string): string {
  return `hs_${section}`;
}

/** One section, with the numbers it had before. */
function listOf(section: string): StatuteList {
  const today = `HS ${section}`;
  const entries = cannabis.entries.filter(({ nowKnownAs, statute }) => (nowKnownAs ?? statute) === today);
  return { ...cannabis, title: today, entries };
}

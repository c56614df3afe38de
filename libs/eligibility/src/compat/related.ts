import type { LocalDate } from '@clearance/record';
import { dayOf, readDay, UNKNOWN_DAY } from './day.ts';
import { directSuperStrikes, dismissed, ELECTION, latestConviction } from './flow.ts';
import type { CompatDecision, CompatFlow, RelatedFlowName } from './flow.ts';
import { hasP64InCycle } from './history.ts';
import type { CompatConviction, CompatHistory } from './history.ts';

/** The county of each of the two pilots, as the state writes it. */
export const relatedFlowCounties: Readonly<Record<RelatedFlowName, string>> = {
  'contra-costa-2020': 'CONTRA COSTA',
  'san-joaquin-2020': 'SAN JOAQUIN',
};

const FIVE_YEARS_IN_DAYS = 5 * 365.25;

/**
 * The flow of the pilots of Contra Costa and San Joaquin (`gogen_pilots`), which are the same but for the county. What
 * the tool wrote in the two last columns is kept word for word; the added columns are those of BEAR.
 *
 * To confirm with the two offices: that they ran this version of the public tool; that their files wrote PC 647(f) in
 * capitals, which the tool did not match; and the columns, of which the pilot wrote fewer than BEAR.
 */
export function relatedFlow(name: RelatedFlowName, asOf: LocalDate): CompatFlow {
  const today = readDay(asOf.replaceAll('-', ''));
  const inForce = dayOf(ELECTION.year, ELECTION.month, ELECTION.day);

  const decide = (conviction: CompatConviction, history: CompatHistory): CompatDecision => {
    const { date, felony, section } = conviction;
    if (date >= inForce) return { determination: 'Not eligible', reason: 'Occurred after 11/09/2016' };
    if (section.related) return besideCannabis(conviction, history);
    if (!felony) return dismissed('Misdemeanor or Infraction');
    if (section.text.startsWith('11357')) return dismissed('11357 HS');
    if (history.convictions.length > 1) {
      return isQuiet(history) ? dismissed('No convictions in past 5 years') : review('Has convictions in past 5 years');
    }
    const isComplete = conviction.sentenceEnd < today * 2;
    return isComplete ? dismissed('Sentence Completed') : review('Sentence not Completed');
  };

  // Where no conviction has a date the tool counted -1 years, which is not more than five.
  const isQuiet = (history: CompatHistory): boolean => {
    const latest = latestConviction(history);
    return latest !== UNKNOWN_DAY && today - latest > FIVE_YEARS_IN_DAYS;
  };

  return {
    name,
    county: relatedFlowCounties[name],
    asOf: today,
    baseline: { dismiss: [], reduce: [] },
    saysWhetherAfterElection: true,
    looksAtRelated: true,
    superStrikes: directSuperStrikes,
    decide,
  };
}

function besideCannabis({ order, section }: CompatConviction, history: CompatHistory): CompatDecision {
  if (!hasP64InCycle(history, order)) return review('No Related Prop64 Charges');
  if (section.text === '4060 BP') return review('4060 BP');
  return dismissed(section.text.trim());
}

function review(reason: string): CompatDecision {
  return { determination: 'Maybe Eligible - Flag for Review', reason };
}

import type { LocalDate } from '@clearance/record';
import type { BearOptions } from './bear-options.ts';
import { addYears, readDay } from './day.ts';
import { directSuperStrikes, dismissed, latestConviction, onlyP64 } from './flow.ts';
import type { CompatDecision, CompatFlow } from './flow.ts';
import type { CompatConviction, CompatHistory } from './history.ts';

/** The flow of BEAR (`gogen`), configured as the office configured it. */
export function bearFlow(options: BearOptions, county: string, asOf: LocalDate): CompatFlow {
  const today = readDay(asOf.replaceAll('-', ''));
  const { additionalRelief: relief, baselineEligibility: baseline } = options;
  const { subjectAgeThreshold: age, yearsSinceConvictionThreshold: since, yearsCrimeFreeThreshold: free } = relief;
  const longAgo = addYears(today, -since);
  const crimeFreeSince = addYears(today, -free);
  const nobodys: CompatDecision = { determination: '', reason: '' };

  const decide = (conviction: CompatConviction, history: CompatHistory): CompatDecision => {
    const { date, felony, section } = conviction;
    if (!felony) return dismissed('Misdemeanor or Infraction');
    const toDismiss = baseline.dismiss.find((number) => section.text.includes(number));
    if (toDismiss !== undefined) return dismissed(`Dismiss all HS ${toDismiss} convictions`);
    if (relief.subjectUnder21AtConviction && addYears(history.birth, 21) > date)
      return dismissed('21 years or younger');
    if (age !== 0 && addYears(history.birth, age) <= today) return dismissed(`${age} years or older`);
    if (since !== 0 && date <= longAgo) return dismissed(`Conviction occurred ${since} or more years ago`);
    if (free !== 0 && latestConviction(history) < crimeFreeSince) {
      return dismissed(`No convictions in the past ${free} years`);
    }
    if (relief.subjectHasOnlyProp64Charges && onlyP64(history)) return dismissed('Only has 11357-60 charges');
    if (relief.subjectIsDeceased && history.deceased) return dismissed('Individual is deceased');
    const toReduce = baseline.reduce.find((number) => section.text.includes(number));
    if (toReduce === undefined) return nobodys;
    return { determination: 'Eligible for Reduction', reason: `Reduce all HS ${toReduce} convictions` };
  };

  return {
    name: 'bear',
    county,
    asOf: today,
    baseline,
    saysWhetherAfterElection: true,
    superStrikes: directSuperStrikes,
    decide,
  };
}

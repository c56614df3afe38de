import type { Determination, UnknownFact } from '../determination.ts';
import type { CompatAnswer } from './columns.ts';
import { dashedDate, UNKNOWN_DAY } from './day.ts';
import type { Day } from './day.ts';
import type { CompatFlow } from './flow.ts';
import type { CompatRow } from './row.ts';
import { readSection } from './section.ts';

/** One thing that was read in two ways. */
export interface Why {
  readonly what:
    | 'disposition'
    | 'county'
    | 'offense'
    | 'relief'
    | 'unknown_fact'
    | 'severity'
    | 'conviction_date'
    | 'birth_date'
    | 'super_strike'
    | 'registration'
    | 'other_convictions'
    | 'sentence'
    | 'rule';
  /** A sentence. */
  readonly says: string;
}

/** The old tool speaks of a conviction that the product finds none, or none of its policy's. */
export function whyOnlyOld(answer: CompatAnswer, standard: Determination | undefined, row?: CompatRow): Why[] {
  const { p64, text } = answer.conviction.section;
  if (p64 === undefined) {
    return [
      { what: 'offense', says: `The pilot looked at "${text.trim()}" beside a cannabis charge; the policy does not.` },
    ];
  }
  if (standard) {
    const { offense, charged } = standard.facts;
    if (charged !== undefined) {
      return [{ what: 'offense', says: `The person was charged with "${charged}" and convicted of "${offense}".` }];
    }
    return [{ what: 'offense', says: `"${text}" contains ${p64}, but is not that section.` }];
  }
  if (row && row.step.trim() !== 'COURT ACTION') {
    return [{ what: 'disposition', says: `The row is not one of a court: "${row.step}".` }];
  }
  const disposition = row?.disposition ?? '';
  return [
    {
      what: 'disposition',
      says: `"${disposition}" begins with CONVICTED, but there is no conviction that it is known to mean.`,
    },
  ];
}

/** The product finds a conviction of the policy's that the old tool did not speak of. */
export function whyOnlyStandard(rows: readonly CompatRow[], standard: Determination, flow: CompatFlow): Why[] {
  if (standard.unknownFacts.length > 0) return standard.unknownFacts.map(unknownFact);
  const first = rows.find(({ disposition }) => disposition.startsWith('CONVICTED'));
  if (!first) {
    return [
      { what: 'disposition', says: `"${standard.facts.disposition}" does not begin with CONVICTED, but means it.` },
    ];
  }
  if (first.county !== flow.county) {
    return [{ what: 'county', says: `The county is written "${first.county}", not exactly "${flow.county}".` }];
  }
  const { text } = readSection(first);
  const { charged, offense, section } = standard.facts;
  if (charged !== undefined) {
    return [{ what: 'offense', says: `The person was convicted of "${offense}", not of the charge "${charged}".` }];
  }
  return [{ what: 'offense', says: `"${text}" contains none of the four numbers; it is read as ${section}.` }];
}

/** Both speak of the conviction, and say different things. */
export function whyOtherwise(answer: CompatAnswer, standard: Determination, birth: Day): Why[] {
  const { conviction, determination, reason } = answer;
  const { facts, flags, outcome, ruleId } = standard;
  const why: Why[] = [];
  if (facts.relief !== undefined && outcome === 'out_of_scope') {
    why.push({ what: 'relief', says: `A later row took the conviction away: "${facts.relief}".` });
    return why;
  }
  why.push(...standard.unknownFacts.map(unknownFact));
  if (conviction.felony !== (facts.severity === 'felony')) {
    const then = conviction.felony ? 'a felony' : 'no felony';
    why.push({
      what: 'severity',
      says: `The old tool took it for ${then}; the severity is read as ${facts.severity}.`,
    });
  }
  const date = conviction.date === UNKNOWN_DAY ? 'the first day of year 1' : dashedDate(conviction.date);
  if (date !== facts.date) {
    why.push({
      what: 'conviction_date',
      says: `The old tool took the conviction date for ${date}; it is ${facts.dateText}.`,
    });
  }
  if (birth === UNKNOWN_DAY && / years or older$/.test(reason)) {
    why.push({
      what: 'birth_date',
      says: 'The old tool took the birth date, which it could not read, for the first day of year 1.',
    });
  }
  if (conviction.section.p64 !== undefined && !facts.section.includes(conviction.section.p64)) {
    why.push({
      what: 'offense',
      says: `The old tool took ${conviction.section.p64} from "${conviction.section.text}"; it is read as ${facts.section}.`,
    });
  }
  const strikeThen = reason === 'PC 667(e)(2)(c)(iv)';
  if (strikeThen !== ruleId.startsWith('super-strike')) why.push(listed('super_strike', 'super-strikes', strikeThen));
  const registrableThen = reason === 'PC 290';
  if (registrableThen !== /^regist(rable|ered)/.test(ruleId))
    why.push(listed('registration', 'PC 290', registrableThen));
  if (reason === 'Currently serving sentence' && !flags.includes('serving')) {
    why.push({ what: 'sentence', says: 'The old tool added up the parts of sentences that may have run together.' });
  }
  if (why.length > 0) return why;
  if (reason.startsWith('Only has 11357-60')) {
    const says =
      'The old tool took every conviction on record for one of the four sections, by the numbers in its text.';
    return [{ what: 'other_convictions', says }];
  }
  return [
    {
      what: 'rule',
      says: `${determination || 'No determination'} (${reason || 'no rule'}) then; now ${outcome} by the rule "${ruleId}".`,
    },
  ];
}

function unknownFact({ fact, why }: UnknownFact): Why {
  return { what: 'unknown_fact', says: `Not known (${fact.replaceAll('_', ' ')}): ${why}.` };
}

function listed(what: Why['what'], list: string, then: boolean): Why {
  const says = then
    ? `Searching its text, the old tool found an earlier conviction of ${list}; read by structure, none decides.`
    : `Read by structure, an earlier conviction or registration is of ${list}; the old tool did not find it.`;
  return { what, says };
}

import type { CompatConviction, CompatHistory } from './history.ts';
import type { Day } from './day.ts';

/** The words in the two last columns; both empty where no rule holds. */
export interface CompatDecision {
  readonly determination:
    | 'Eligible for Dismissal'
    | 'Eligible for Reduction'
    | 'Not eligible'
    | 'Hand Review'
    | 'Maybe Eligible - Flag for Review'
    | 'To be reviewed by City Attorneys'
    | '';
  readonly reason: string;
}

/** The two offices whose pilots looked at related charges as well. */
export type RelatedFlowName = 'contra-costa-2020' | 'san-joaquin-2020';

/** One of the old tools as an office set it up. */
export interface CompatFlow {
  readonly name: 'bear' | 'la-pilot-2020' | RelatedFlowName;
  /** Compared as it stands with STP_ORI_CNTY_NAME. */
  readonly county: string;
  readonly asOf: Day;
  /** The sections for which every conviction is dismissed, or reduced, in the order of the options. */
  readonly baseline: { readonly dismiss: readonly string[]; readonly reduce: readonly string[] };
  readonly saysWhetherAfterElection: boolean;
  /** The section texts in the column of super-strikes. */
  readonly superStrikes: (history: CompatHistory) => readonly string[];
  /** Whether the flow speaks of related charges, for which it looks at every charge of the cycle. */
  readonly looksAtRelated?: true;
  readonly decide: (conviction: CompatConviction, history: CompatHistory) => CompatDecision;
}

export function dismissed(reason: string): CompatDecision {
  return { determination: 'Eligible for Dismissal', reason };
}

/** Proposition 64 was in force from this day on. */
export const ELECTION = { year: 2016, month: 11, day: 9 } as const;

/** Whether a conviction is one that the flow speaks of. */
export function isInScope({ county, section }: CompatConviction, flow: CompatFlow): boolean {
  return county === flow.county && (section.p64 !== undefined || (flow.looksAtRelated === true && section.related));
}

/** Whether the person has no other convictions than of Proposition 64, in any county. */
export function onlyP64({ convictions }: CompatHistory): boolean {
  return convictions.every(({ section }) => section.p64 !== undefined);
}

/** The latest day of a conviction on record; the first day of the calendar where none is known. */
export function latestConviction({ convictions }: CompatHistory): Day {
  return convictions.reduce((latest, { date }) => (date > latest ? date : latest), 0);
}

/** The section texts of the convictions that are super-strikes by themselves, repeats kept. */
export function directSuperStrikes({ convictions }: CompatHistory): string[] {
  return convictions.flatMap(({ section }) => (section.superStrike ? section.text : []));
}

import type { Conviction, Count, Cycle, History, HistoryRow, Step } from '@clearance/record';
import { isSameNumber, textOf } from '@clearance/record';

import type { Outcome } from '../determination.ts';
import type { CompiledPolicy } from '../evaluate/compile.ts';
import { isSpokenOf } from '../evaluate/ruling.ts';
import { listNamed } from '../terms/check.ts';
import { CoveredSections } from './covered-sections.ts';
import type { OutsideReason } from './outside-reason.ts';

/** What became of one row: a determination, a person who has to look, or a reason why the policy does not speak of it. */
export type RowAccount =
  | { readonly line: number; readonly became: 'determination' | 'needs_review' }
  /** It names a covered section, and no rule says what became of it: a person has to look. */
  | { readonly line: number; readonly became: 'unexplained'; readonly section: string }
  | { readonly line: number; readonly became: 'outside'; readonly reason: OutsideReason };

/** As much of a determination as the balance needs. */
export interface Determined {
  readonly convictionKey: string;
  readonly outcome: Outcome;
  readonly ruleId: string;
}

/**
 * Accounts for every row of a person that has to be accounted for, each once, in file order: a court row that says
 * CONVICTED, a row whose offense cells or comment name a section that the policy covers, in any spelling, and a row that
 * has an answer.
 *
 * @param determined what the policy says of the person's convictions; those that it does not speak of may be left out
 * @param county the county whose convictions were determined, as in STP_ORI_CNTY_NAME
 */
export function balanceOf(
  history: History,
  determined: readonly Determined[],
  compiled: CompiledPolicy,
  county: string,
): RowAccount[] {
  const { policy } = compiled;
  const own = policy.scope.county === 'any' ? county.trim().toUpperCase() : policy.scope.county;
  const covered = CoveredSections.of(listNamed(policy.lists, policy.scope.statutes));
  return new PersonBalance(history, determined, covered, own).accounts();
}

/**
 * The same, with the rows that count once though another file of the delivery has them again: what became of them became of
 * the row that counts.
 *
 * @param repeats by the line of each such row, that of the row that counts
 */
export function withRepeats(
  accounts: readonly RowAccount[],
  repeats: ReadonlyMap<number, number> = new Map(),
): readonly RowAccount[] {
  if (repeats.size === 0) return accounts;
  const lines = new Set(accounts.map(({ line }) => line));
  const again = [...repeats].filter(([, counterpart]) => lines.has(counterpart));
  return [...accounts, ...again.map(([line]): RowAccount => ({ line, became: 'outside', reason: 'same_row' }))];
}

interface Place {
  readonly cycle: Cycle;
  readonly step: Step;
  readonly count: Count;
}

class PersonBalance {
  readonly #history: History;
  readonly #covered: CoveredSections;
  readonly #county: string;
  /** By the key of the conviction. */
  readonly #determined: ReadonlyMap<string, Determined>;
  /** Each conviction by the counts that tell of it. */
  readonly #convictions = new Map<Count, Conviction>();

  constructor(history: History, determined: readonly Determined[], covered: CoveredSections, county: string) {
    this.#history = history;
    this.#covered = covered;
    this.#county = county;
    this.#determined = new Map(determined.map((one) => [one.convictionKey, one]));
    for (const conviction of history.convictions) {
      for (const { count } of conviction.reports) this.#convictions.set(count, conviction);
      this.#convictions.set(conviction.count, conviction);
    }
  }

  accounts(): RowAccount[] {
    const accounts: RowAccount[] = [];
    for (const cycle of this.#history.cycles) {
      for (const step of cycle.steps) {
        for (const count of step.counts) {
          for (const row of count.rows) {
            const account = this.#account(row, { cycle, step, count });
            if (account) accounts.push(account);
          }
        }
      }
    }
    return accounts.sort((a, b) => a.line - b.line);
  }

  #account(row: HistoryRow, place: Place): RowAccount | undefined {
    const { line } = row;
    const conviction = this.#convictions.get(place.count);
    const determined = conviction && this.#determined.get(conviction.key);
    const answered = determined && isSpokenOf(determined) ? determined : undefined;
    if (answered && place.count === conviction?.count && place.count.disposition.cell.line === line) {
      return answerOf(line, answered);
    }
    const named = this.#covered.namedIn(row);
    if (named.length === 0 && !isConvictedInCourt(row, place)) return undefined;
    if (answered) {
      return { line, became: 'outside', reason: place.count === conviction?.count ? 'same_count' : 'same_conviction' };
    }
    const reason = conviction
      ? this.#whyNotSpokenOf(conviction, row, named, place)
      : this.#whyNoConviction(row, named, place);
    if (reason) return { line, became: 'outside', reason };
    return { line, became: 'unexplained', section: named[0] ?? '' };
  }

  /** Why the policy does not speak of a conviction; undefined where the row names a covered section all the same. */
  #whyNotSpokenOf(
    conviction: Conviction,
    row: HistoryRow,
    named: readonly string[],
    place: Place,
  ): OutsideReason | undefined {
    if (this.#isElsewhere(conviction.county)) return 'other_county';
    return named.every((section) => this.#isExplained(section, row, place)) ? 'other_offense' : undefined;
  }

  #whyNoConviction(row: HistoryRow, named: readonly string[], place: Place): OutsideReason | undefined {
    const { count, step } = place;
    if (step.kind === 'arrest') return 'arrest';
    if (step.kind !== 'court') {
      return named.every((section) => this.#isInSomeCourt(section)) ? 'not_court' : undefined;
    }
    if (this.#isElsewhere(step.agency.county)) return 'other_county';
    if (!named.every((section) => this.#isExplained(section, row, place))) return undefined;
    switch (count.disposition.kind) {
      case 'not_convicted':
        return 'not_convicted';
      case 'relieved':
        return 'already_relieved';
      case 'pending':
        return 'pending';
      case 'unknown':
        return 'later_step';
      case 'adjudicated':
      case 'convicted':
      case 'other':
      case 'reduced':
        // A later word on something: a revocation, a modification, a violation. What it is about has a row of its own.
        if (named.length === 0) return 'other_offense';
        return named.every((section) => this.#isInOtherCount(section, place)) ? 'later_step' : undefined;
    }
  }

  #isElsewhere(court: string): boolean {
    return court !== '' && court !== this.#county;
  }

  /** Whether the reader took the section into account: as a charge of the count, or as one of another count of the case. */
  #isExplained(section: string, row: HistoryRow, place: Place): boolean {
    return this.#covered.isReadIn(section, place.count) || this.#isInOtherCount(section, place);
  }

  /** Whether another court count of the cycle or of the case has the section: it is accounted for there. */
  #isInOtherCount(section: string, { count, cycle }: Place): boolean {
    const own = this.#history.courtCounts.find((one) => one.count === count)?.caseNumber ?? '';
    return this.#history.courtCounts.some(
      (other) =>
        other.count !== count &&
        ((other.cycle === cycle && cycle.order !== '') ||
          (own !== '' && other.caseNumber !== '' && isSameNumber(own, other.caseNumber) === 'yes')) &&
        this.#covered.isReadIn(section, other.count),
    );
  }

  #isInSomeCourt(section: string): boolean {
    return this.#history.courtCounts.some(({ count }) => this.#covered.isReadIn(section, count));
  }
}

function answerOf(line: number, { outcome, ruleId }: Determined): RowAccount {
  if (outcome === 'needs_review') return { line, became: 'needs_review' };
  if (outcome !== 'out_of_scope') return { line, became: 'determination' };
  if (ruleId === 'already-relieved') return { line, became: 'outside', reason: 'already_relieved' };
  return { line, became: 'outside', reason: ruleId === 'not-convicted' ? 'not_convicted' : 'policy_rule' };
}

/** Whether a court row says CONVICTED, in words that the dictionary holds or not. */
function isConvictedInCourt(row: HistoryRow, { count, step }: Place): boolean {
  if (step.kind !== 'court') return false;
  const said = count.dispositions.find(({ cell }) => cell.line === row.line);
  return said !== undefined && (said.kind === 'convicted' || /^\s*CONVICTED/i.test(textOf(row, 'DISP_DESCR')));
}

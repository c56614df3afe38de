import { caseKey, isSameCase, textOf } from '@clearance/record';
import type {
  CellRef,
  Conviction,
  Count,
  Cycle,
  History,
  HistoryRow,
  LocalDate,
  PlacedCount,
  Step,
} from '@clearance/record';

import type { EnteredFacts } from '../entered/entered-facts.ts';
import { comparingDates, NOTHING_ENTERED } from '../entered/entered-facts.ts';
import { convictedWith, reliefWith, severityWith } from '../entered/over-conviction.ts';
import type { Fact } from '../fact.ts';
import { dateFact, known, unknown } from '../fact.ts';
import type { ListMatch } from '../lists/match.ts';
import { matchPair } from '../lists/gang-pair.ts';
import { matchOffense } from '../lists/match.ts';
import type { StatuteList } from '../lists/statute-list.ts';
import type { Severity } from '../policy/term.ts';
import type { Relief } from './relief.ts';
import { reliefOf } from './relief.ts';
import type { Sentence } from './sentence-part.ts';
import { sentenceOf } from './sentence-part.ts';
import { possibleSeverities, reducedSeverity, severityOf } from './severity.ts';

/** One conviction (or a court count that may be one) of a person, in whatever county, with its facts read when asked for. */
export class ConvictionEvent {
  readonly conviction: Conviction;
  readonly cycle: Cycle;
  readonly step: Step;
  readonly count: Count;
  readonly row: HistoryRow;
  /** Known to be true; or unknown, where nobody can read how the count ended, or no criminal court tells of it. */
  readonly convicted: Fact<true>;
  /** Where the entered disposition stands that says the count ended otherwise; undefined unless it does. */
  readonly notConvicted: readonly CellRef[] | undefined;
  /** Where the entered fact stands that says the conviction is another person's; undefined unless it does. */
  disowned: readonly CellRef[] | undefined;
  /** A juvenile court found it true: no conviction (WIC 203), and nothing to be silent about. */
  readonly adjudicated: boolean;
  /** The same for every count of one court case. */
  readonly caseKey: string;
  readonly caseNumber: string;
  /** As written or entered, before it is held against the birth date. */
  writtenDate: Fact<LocalDate>;
  /** Set to unknown by the person when the dates contradict each other. */
  date: Fact<LocalDate>;
  #relief: Fact<Relief> | undefined;
  #severity: Fact<Severity> | undefined;
  #sentence: Sentence | undefined;
  readonly #matches = new Map<StatuteList, ListMatch>();
  readonly #siblings: readonly ConvictionEvent[];
  readonly #entered: EnteredFacts;
  readonly #history: Pick<History, 'convictions' | 'courtCounts'>;

  constructor(
    conviction: Conviction,
    siblings: readonly ConvictionEvent[],
    history: Pick<History, 'convictions' | 'courtCounts'>,
    entered = NOTHING_ENTERED,
  ) {
    const { caseNumber, certain, count, county, cycle, date, step } = conviction;
    this.conviction = conviction;
    this.cycle = cycle;
    this.step = step;
    this.count = count;
    this.row = rowAt(count, count.disposition.cell.line);
    const cells = [count.disposition.cell];
    this.#entered = entered;
    const written: Fact<true> = certain ? known(true, cells) : unknown(whyUncertain(conviction), cells);
    ({ convicted: this.convicted, notConvicted: this.notConvicted } = convictedWith(entered, conviction, written));
    this.adjudicated = conviction.toldBy === 'juvenile_court';
    this.caseNumber = caseNumber;
    this.caseKey = caseNumber === '' ? `${cycle.order}/${step.order}` : `${county}|${caseKey(caseNumber)}`;
    const dateCells: readonly CellRef[] = [{ line: this.row.line, column: 'STP_EVENT_DATE' }];
    this.writtenDate = dateFact(date, 'conviction date', dateCells, textOf(this.row, 'STP_EVENT_DATE'));
    this.date = this.writtenDate;
    this.#siblings = siblings;
    this.#history = history;
  }

  /** The county of the court, as the file says it. */
  get courtCounty(): Fact<string> {
    const cells: readonly CellRef[] = [{ line: this.row.line, column: 'STP_ORI_CNTY_NAME' }];
    const { county } = this.conviction;
    return county === '' ? unknown('the county of the court is not given', cells) : known(county, cells);
  }

  get relief(): Fact<Relief> {
    this.#relief ??= reliefWith(
      this.#entered,
      this.conviction,
      reliefOf(this.conviction, this.#history.convictions, this.#history.courtCounts),
    );
    return this.#relief;
  }

  get severity(): Fact<Severity> {
    this.#severity ??= this.#readSeverity();
    return this.#severity;
  }

  /** Every severity that it may have now; one where all of it can be read. */
  get possibleSeverities(): readonly Severity[] {
    return possibleSeverities(this.#original, this.severity, this.convicted.state === 'known');
  }

  get sentence(): Sentence {
    this.#sentence ??= sentenceOf(this.conviction, this.#history.courtCounts);
    return this.#sentence;
  }

  /** Whether a court count is of the same case, or may be. */
  isOfCase(placed: PlacedCount): boolean {
    return isSameCase(this.conviction, placed) !== 'no';
  }

  /** Whether this and another one may be the same conviction, told twice. */
  mayBeSameAs(other: ConvictionEvent): boolean {
    return this.conviction.mayRepeat === other.conviction || other.conviction.mayRepeat === this.conviction;
  }

  /** Where a trace points for the offense. */
  get offenseCells(): readonly CellRef[] {
    const { besides = [], cell, contradicted } = this.count.offense;
    return [cell, ...besides, ...(contradicted ? [contradicted.cell, ...(contradicted.besides ?? [])] : [])];
  }

  /** Whether the offense of the conviction is in a list, a gang enhancement of the same case included. */
  matches(list: StatuteList): ListMatch {
    let match = this.#matches.get(list);
    if (!match) {
      match = this.#match(list);
      this.#matches.set(list, match);
    }
    return match;
  }

  #match(list: StatuteList): ListMatch {
    const { offense } = this.count;
    let best = matchOffense(list, offense, this.date);
    for (const pair of list.pairs ?? []) {
      if (best.result === true) break;
      const ofCase = this.#siblings.filter((other) => other.caseKey === this.caseKey);
      const match = matchPair(
        list,
        pair,
        offense,
        ofCase.map((other) => other.count.offense),
        this.date,
      );
      if (match.result === true || best.result === false) best = match;
    }
    return best;
  }

  get #original(): Fact<Severity> {
    return severityWith(this.#entered, this.conviction, severityOf(this.count, this.row));
  }

  /** Of a drug, in grams: the state's file never says it, people may. */
  get amount(): Fact<number> {
    const facts = this.#entered.of('amount', this.conviction.key);
    const show = (grams: number) => `${grams} grams`;
    return this.#entered.over(NO_AMOUNT, facts, ({ grams }) => grams, { show, showFile: () => 'nothing' });
  }

  /** The day of the offense, as entered; otherwise what the arrest says of it. */
  offenseDate(file: Fact<LocalDate>): Fact<LocalDate> {
    return this.#entered.over(file, this.#entered.of('offense_date', this.conviction.key), dateOf, comparingDates);
  }

  /**
   * Takes the entered date of the conviction, if there is one.
   *
   * @param file the date as the file says it; unknown where the file contradicts itself
   */
  takeDate(file: Fact<LocalDate>): void {
    const facts = this.#entered.of('conviction_date', this.conviction.key);
    if (facts.length === 0) return;
    this.writtenDate = this.#entered.over(file, facts, dateOf, comparingDates);
    this.date = this.writtenDate;
  }

  /** The end of the sentence, as entered; otherwise as the file gives it. */
  sentenceEnd(file: Fact<LocalDate>): Fact<LocalDate> {
    return this.#entered.over(file, this.#entered.of('sentence_end', this.conviction.key), dateOf, comparingDates);
  }

  #readSeverity(): Fact<Severity> {
    const original = this.#original;
    // One that was reduced and then set aside is the lesser one that it was reduced to.
    const relief = (this.relief.state === 'known' && this.relief.value.reduced) || this.relief;
    if (relief.state !== 'unknown') return relief.state === 'known' ? reducedSeverity(original, relief) : original;
    // What can no longer be reduced stays what it is, whatever the later row means.
    return original.state === 'known' && original.value === 'infraction' ? original : unknown(relief.why, relief.cells);
  }
}

const NO_AMOUNT: Fact<number> = unknown("the state's file does not say how much it was", []);

const dateOf = ({ date }: { readonly date: LocalDate }): LocalDate => date;

function rowAt(count: Count, line: number): HistoryRow {
  const row = count.rows.find((each) => each.line === line) ?? count.rows[0];
  if (!row) throw new RangeError(`count ${count.order} has no row`);
  return row;
}

function whyUncertain({ count: { disposition }, step, toldBy }: Conviction): string {
  const { kind, text } = disposition;
  if (toldBy === 'juvenile_court') return `"${text}" is an adjudication of a juvenile court, which is no conviction`;
  if (toldBy === 'other_agency') return `no court row tells of it, only one of the type "${step.typeText}"`;
  if (kind === 'convicted') return 'a juvenile court tells of it, which convicts nobody';
  if (kind === 'reduced') return `whether "${text}" speaks of this count is not clear`;
  return text === '' ? 'the disposition is not given' : `what the disposition "${text}" means is not known`;
}

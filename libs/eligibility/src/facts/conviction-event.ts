import { textOf } from '@clearance/record';
import type { CellRef, Conviction, Count, Cycle, HistoryRow, LocalDate, Step } from '@clearance/record';

import type { Fact } from '../fact.ts';
import { dateFact, known, unknown } from '../fact.ts';
import type { ListMatch } from '../lists/match.ts';
import { matchPair } from '../lists/gang-pair.ts';
import { matchOffense } from '../lists/match.ts';
import type { StatuteList } from '../lists/statute-list.ts';
import type { Severity } from '../policy/term.ts';
import type { ConvictedCount, Relief } from './relief.ts';
import { reliefOf } from './relief.ts';
import type { SentencePart } from './sentence.ts';
import { sentenceParts } from './sentence.ts';
import { possibleSeverities, reducedSeverity, severityOf } from './severity.ts';

/** One conviction (or a court count that may be one) of a person, in whatever county, with its facts read when asked for. */
export class ConvictionEvent implements ConvictedCount {
  readonly conviction: Conviction;
  readonly cycle: Cycle;
  readonly step: Step;
  readonly count: Count;
  readonly row: HistoryRow;
  /** Known to be true; or unknown, where nobody can read how the count ended. */
  readonly convicted: Fact<true>;
  /** The same for every count of one court case. */
  readonly caseKey: string;
  readonly caseNumber: string;
  /** As written, before it is held against the birth date. */
  readonly writtenDate: Fact<LocalDate>;
  /** Set to unknown by the person when the dates contradict each other. */
  date: Fact<LocalDate>;
  #relief: Fact<Relief> | undefined;
  #severity: Fact<Severity> | undefined;
  #parts: readonly SentencePart[] | undefined;
  readonly #matches = new Map<StatuteList, ListMatch>();
  readonly #siblings: readonly ConvictionEvent[];

  constructor(conviction: Conviction, siblings: readonly ConvictionEvent[]) {
    const { caseNumber, certain, count, county, cycle, date, step } = conviction;
    this.conviction = conviction;
    this.cycle = cycle;
    this.step = step;
    this.count = count;
    this.row = rowAt(count, count.disposition.cell.line);
    const cells = [count.disposition.cell];
    this.convicted = certain ? known(true, cells) : unknown(unreadDisposition(count), cells);
    this.caseNumber = caseNumber;
    this.caseKey = caseNumber === '' ? `${cycle.order}/${step.order}` : `${county}|${caseNumber}`;
    this.writtenDate = dateFact(date, 'the conviction date', [{ line: this.row.line, column: 'STP_EVENT_DATE' }]);
    this.date = this.writtenDate;
    this.#siblings = siblings;
  }

  /** The county of the court, as the file says it. */
  get courtCounty(): Fact<string> {
    const cells: readonly CellRef[] = [{ line: this.row.line, column: 'STP_ORI_CNTY_NAME' }];
    const { county } = this.conviction;
    return county === '' ? unknown('the county of the court is not given', cells) : known(county, cells);
  }

  get relief(): Fact<Relief> {
    this.#relief ??= reliefOf(this, this.#siblings);
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

  get sentenceParts(): readonly SentencePart[] {
    this.#parts ??= sentenceParts(this.count);
    return this.#parts;
  }

  /** Whether a court step is of the same case: it has the number of the case, or is the very step where there is none. */
  isOfCase(step: Step): boolean {
    if (step === this.step) return true;
    const numbers = step.counts.flatMap(({ rows }) => rows.map((row) => textOf(row, 'OFN')));
    return this.caseNumber !== '' && step.agency.county === this.conviction.county && numbers.includes(this.caseNumber);
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
    return severityOf(this.count, this.row);
  }

  #readSeverity(): Fact<Severity> {
    const original = this.#original;
    const { relief } = this;
    if (relief.state !== 'unknown') return relief.state === 'known' ? reducedSeverity(original, relief) : original;
    // What can no longer be reduced stays what it is, whatever the later row means.
    return original.state === 'known' && original.value === 'infraction' ? original : unknown(relief.why, relief.cells);
  }
}

function rowAt(count: Count, line: number): HistoryRow {
  const row = count.rows.find((each) => each.line === line) ?? count.rows[0];
  if (!row) throw new RangeError(`count ${count.order} has no row`);
  return row;
}

function unreadDisposition({ disposition }: Count): string {
  if (disposition.kind === 'reduced') return `whether "${disposition.text}" speaks of this count is not clear`;
  return disposition.text === ''
    ? 'the disposition is not given'
    : `what the disposition "${disposition.text}" means is not known`;
}

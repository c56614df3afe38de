import type { CellRef, Conviction, History, HistoryRow, LocalDate } from '@clearance/record';

import { EnteredFacts } from '../entered/entered-facts.ts';
import { disownedCells } from '../entered/over-conviction.ts';
import { birthWith } from '../entered/over-person.ts';
import { ownHistory } from '../entered/own-history.ts';
import type { Fact } from '../fact.ts';
import { known, unknown } from '../fact.ts';
import type { StatuteList } from '../lists/statute-list.ts';
import { birthOf, contradicts } from './birth.ts';
import { ConvictionEvent } from './conviction-event.ts';
import { openCaseOf } from './open-case.ts';
import type { Registration } from './registration.ts';
import { registrationsOf } from './registration.ts';
import { prisonEnd, sentenceEnd } from './sentence.ts';

const DATED_TOO_EARLY = 'the conviction date is before the tenth birthday';
const CONVICTED_TOO_YOUNG = 'a conviction is dated before the tenth birthday';

let latest: Person | undefined;

/**
 * The person of a history. The one asked for last is remembered, so that many policies may be tried on a history and it
 * is read once; a WeakMap of everybody would make collecting garbage the greater part of the work.
 */
export function personOf(history: History): Person {
  if (latest?.history !== history) latest = new Person(history);
  return latest;
}

/** What the whole history says about a person, in all counties; read once, however many convictions are evaluated. */
export class Person {
  readonly history: History;
  readonly entered: EnteredFacts;
  /** Every conviction, and every court count whose disposition cannot be read, in file order. */
  readonly events: readonly ConvictionEvent[];
  readonly birth: Fact<LocalDate>;
  readonly #byConviction = new Map<Conviction, ConvictionEvent>();
  readonly #ends = new Map<ConvictionEvent, Fact<LocalDate>>();
  readonly #listed = new Map<StatuteList, boolean>();
  #registrations: readonly Registration[] | undefined;
  #deceased: Fact<boolean> | undefined;
  #open: Fact<string> | undefined;
  /** Without what was said to be another person's. */
  readonly #own: History;

  constructor(history: History) {
    this.history = history;
    this.entered = new EnteredFacts(history.entered);
    const { disowned, own } = ownHistory(history, this.entered);
    this.#own = own;
    this.events = this.#readEvents(disowned);
    const birth = birthOf(own.rows);
    this.birth = this.entered.all.length === 0 ? this.#holdAgainst(birth) : this.#withEntered(birth, own.rows);
  }

  /** Undefined where the history has no such conviction. */
  eventWithKey(key: string): ConvictionEvent | undefined {
    const conviction = this.history.convictions.find((each) => each.key === key);
    return conviction && this.#byConviction.get(conviction);
  }

  /** @throws RangeError when the conviction is not one of this history */
  eventOf(conviction: Conviction): ConvictionEvent {
    const event = this.#byConviction.get(conviction);
    if (!event) throw new RangeError(`conviction ${conviction.key} is not one of this history`);
    return event;
  }

  /** When the sentence of a conviction ended, with everything else imposed in its case at the latest. */
  sentenceEndOf(event: ConvictionEvent): Fact<LocalDate> {
    let end = this.#ends.get(event);
    if (!end) {
      end = event.sentenceEnd(sentenceEnd(event.date, event.sentence));
      this.#ends.set(event, end);
    }
    return end;
  }

  /** When the last time in prison for a conviction ended; the day of the conviction where there was none. */
  prisonEndOf(event: ConvictionEvent): Fact<LocalDate> {
    return event.sentence.own.length === 0 ? this.sentenceEndOf(event) : prisonEnd(event.date, event.sentence);
  }

  get registrations(): readonly Registration[] {
    this.#registrations ??= registrationsOf(this.#own);
    return this.#registrations;
  }

  /** The disposition of an open case; empty for none. */
  get open(): Fact<string> {
    this.#open ??= openCaseOf(this.#own, this.events);
    return this.#open;
  }

  /** Known either way: a person of whom no row says so is taken to be alive. */
  get deceased(): Fact<boolean> {
    this.#deceased ??= this.#readDeceased();
    return this.#deceased;
  }

  /** Whether the person was surely convicted, at any time and anywhere, of an offense in a list. */
  isListed(list: StatuteList): boolean {
    let listed = this.#listed.get(list);
    if (listed === undefined) {
      listed = this.events.some((event) => event.convicted.state === 'known' && event.matches(list).result === true);
      this.#listed.set(list, listed);
    }
    return listed;
  }

  #readEvents(disowned: ReadonlySet<Conviction>): ConvictionEvent[] {
    const events: ConvictionEvent[] = [];
    for (const conviction of this.history.convictions) {
      const event = new ConvictionEvent(conviction, events, this.history, this.entered);
      this.#byConviction.set(conviction, event);
      if (disowned.has(conviction)) event.disowned = disownedCells(this.entered);
      else if (!event.notConvicted) events.push(event);
    }
    return events;
  }

  /**
   * The birth date with what people entered. Where birth and convictions of the file contradict each other the file says
   * neither, and what was entered of one of them settles it, unless that contradicts the rest again.
   */
  #withEntered(birth: Fact<LocalDate>, rows: readonly HistoryRow[]): Fact<LocalDate> {
    const contradicting = this.events.filter((event) => contradicts(birth, event.writtenDate));
    const isDoubted = contradicting.some((event) => event.convicted.state === 'known');
    for (const event of this.events) {
      const { writtenDate: file } = event;
      event.takeDate(contradicting.includes(event) ? unknown(DATED_TOO_EARLY, [...file.cells, ...birth.cells]) : file);
    }
    const merged = isDoubted
      ? birthWith(this.entered, unknown(CONVICTED_TOO_YOUNG, birth.cells), [])
      : birthWith(this.entered, birth, rows);
    const held = this.#holdAgainst(merged.state === 'unknown' ? birth : merged);
    return merged.state === 'unknown' ? merged : held;
  }

  /**
   * A conviction before birth or before age 10 contradicts itself: neither date can be relied on. A count that only may
   * be a conviction says nothing against the birth date.
   */
  #holdAgainst(birth: Fact<LocalDate>): Fact<LocalDate> {
    const cells: CellRef[] = [];
    for (const event of this.events) {
      if (!contradicts(birth, event.writtenDate)) continue;
      event.date = unknown(DATED_TOO_EARLY, [...event.date.cells, ...birth.cells]);
      if (event.convicted.state === 'known') cells.push(...event.writtenDate.cells);
    }
    if (cells.length === 0) return birth;
    return unknown(CONVICTED_TOO_YOUNG, [...birth.cells, ...cells]);
  }

  #readDeceased(): Fact<boolean> {
    for (const cycle of this.#own.cycles) {
      for (const step of cycle.steps) {
        if (step.kind !== 'deceased') continue;
        const line = step.counts[0]?.rows[0]?.line;
        return known(true, line === undefined ? [] : [{ line, column: 'STP_TYPE_DESCR' }]);
      }
    }
    return known(false, []);
  }
}

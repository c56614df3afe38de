import type { LocalDate } from '@clearance/record';
import { localDate } from '@clearance/record';

import { birthAsOf, convictedAsOf, type Fact } from '../fact.ts';
import { agencyOf } from '../facts/agency.ts';
import { arrestOf } from '../facts/arrest.ts';
import type { ConvictionEvent } from '../facts/conviction-event.ts';
import type { Person } from '../facts/person.ts';
import type { Severity } from '../policy/term.ts';
import type { RoutingTable } from '../routing/routing-table.ts';

/** The facts of a conviction that another way the record could be may replace. */
export interface OwnFacts {
  readonly severity: Fact<Severity>;
  readonly date: Fact<LocalDate>;
  readonly birth: Fact<LocalDate>;
  /** Of a drug, in grams. */
  readonly amount: Fact<number>;
}

/** Where and as of when a conviction is looked at. */
export interface SubjectContext {
  readonly asOf: LocalDate;
  readonly county: string;
  readonly routing: RoutingTable | undefined;
}

/** One conviction, as a rule looks at it: its own facts, and the person's other convictions. */
export class Subject implements OwnFacts {
  readonly person: Person;
  readonly event: ConvictionEvent;
  readonly asOf: LocalDate;
  readonly county: string;
  readonly severity: Fact<Severity>;
  readonly date: Fact<LocalDate>;
  readonly birth: Fact<LocalDate>;
  readonly amount: Fact<number>;
  readonly #routing: RoutingTable | undefined;
  #agency: Fact<string> | undefined;
  #arrested: Fact<LocalDate> | undefined;

  constructor(person: Person, event: ConvictionEvent, context: SubjectContext, own: OwnFacts) {
    this.person = person;
    this.event = event;
    this.asOf = context.asOf;
    this.county = context.county;
    this.#routing = context.routing;
    this.severity = own.severity;
    this.date = convictedAsOf(own.date, context.asOf);
    this.birth = birthAsOf(own.birth, context.asOf);
    this.amount = own.amount;
  }

  /** The same conviction as it would be if these facts were so. */
  supposing(own: OwnFacts): Subject {
    return new Subject(this.person, this.event, { asOf: this.asOf, county: this.county, routing: this.#routing }, own);
  }

  /** When the person was arrested: the offense came no later. Not after the conviction, where the file says otherwise. */
  get arrested(): Fact<LocalDate> {
    this.#arrested ??= arrestOf(this.event.cycle, this.date);
    return this.#arrested;
  }

  get agency(): Fact<string> {
    this.#agency ??= agencyOf(this.event.cycle, this.severity, this.date, this.#routing);
    return this.#agency;
  }

  /** The county and the version of the routing table. */
  get routingName(): string | undefined {
    return this.#routing && `${this.#routing.county} ${this.#routing.version}`;
  }

  /** The days on which the routing table changes. */
  get routingDays(): LocalDate[] {
    const days = (this.#routing?.routes ?? []).flatMap(({ from, to }) => [from, to]);
    return days.flatMap((day) => (day === undefined ? [] : [localDate(day)]));
  }

  dateOf(event: ConvictionEvent): Fact<LocalDate> {
    return event === this.event ? this.date : convictedAsOf(event.date, this.asOf);
  }

  severityOf(event: ConvictionEvent): Fact<Severity> {
    return event === this.event ? this.severity : event.severity;
  }
}

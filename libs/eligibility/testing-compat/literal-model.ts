import {
  cell,
  date,
  DAY,
  firstNumber,
  isFelony,
  otherCharge,
  P64,
  part,
  plusYears,
  read,
  sectionText,
  yearOne,
} from './model-reading.ts';
import {
  contains,
  gangForm,
  gangOffenses,
  isModelRelated,
  isRegistrableOtherwise,
  registrableForms,
  superStrikeForms,
} from './written-forms.ts';

/**
 * The old tools once more, for the tests: slow, word for word after their description, and sharing nothing with the
 * product but the names of the columns. Rows of many people go in, in file order; the added cells of each row come out.
 */
export interface ModelOptions {
  readonly tool: 'bear' | 'pilot' | 'related';
  readonly county: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly dismiss?: readonly string[];
  readonly reduce?: readonly string[];
  readonly under21?: boolean;
  readonly onlyP64?: boolean;
  readonly deceased?: boolean;
  readonly age?: number;
  readonly since?: number;
  readonly free?: number;
}

interface Conviction {
  readonly row: number;
  readonly cells: readonly string[];
  readonly text: string;
  readonly date: Date;
  end: number;
}

export function isModelSuperStrike(text: string): boolean {
  if (superStrikeForms.some((form) => contains(text, form))) return true;
  return gangOffenses.some((one) => contains(text, `${one}…${gangForm} PC`) || contains(text, `${gangForm}…${one} PC`));
}

export function isModelRegistrable(text: string): boolean {
  return registrableForms.some((form) => contains(text, form)) || isRegistrableOtherwise(text);
}

export function modelCells(rows: readonly (readonly string[])[], options: ModelOptions): string[][] {
  const width = options.tool === 'pilot' ? 17 : 18;
  const out = rows.map(() => new Array<string>(width).fill(''));
  const people = new Map<string, number[]>();
  rows.forEach((cells, index) => {
    const subject = cell(cells, 'SUBJECT_ID');
    people.set(subject, [...(people.get(subject) ?? []), index]);
  });
  for (const indexes of people.values()) answerPerson(rows, indexes, options, out);
  rows.forEach((cells, index) => {
    (out[index] as string[])[2] = otherCharge(cells);
  });
  return out;
}

function answerPerson(
  rows: readonly (readonly string[])[],
  indexes: readonly number[],
  options: ModelOptions,
  out: string[][],
): void {
  const own = indexes.map((index) => rows[index] as readonly string[]);
  const convictions: Conviction[] = [];
  const seen: string[] = [];
  own.forEach((cells, place) => {
    if (!cell(cells, 'DISP_DESCR').startsWith('CONVICTED')) return;
    const order = cell(cells, 'CNT_ORDER');
    if (seen.includes(order)) {
      (convictions[convictions.length - 1] as Conviction).end += part(cells);
      return;
    }
    seen.push(order);
    const on = read(cell(cells, 'STP_EVENT_DATE'));
    const row = indexes[place] as number;
    convictions.push({ row, cells, text: sectionText(cells), date: on, end: on.getTime() + part(cells) });
  });
  const person = new ModelPerson(own, convictions, options);
  for (const conviction of convictions) {
    if (cell(conviction.cells, 'STP_ORI_CNTY_NAME') !== options.county) continue;
    const isRelated = options.tool === 'related' && isModelRelated(conviction.text);
    if (firstNumber(conviction.text) === undefined && !isRelated) continue;
    out[conviction.row] = person.columns(conviction);
  }
}

class ModelPerson {
  readonly own: readonly (readonly string[])[];
  readonly convictions: readonly Conviction[];
  readonly options: ModelOptions;
  readonly asOf: Date;
  readonly birth: Date;

  constructor(own: readonly (readonly string[])[], convictions: readonly Conviction[], options: ModelOptions) {
    this.own = own;
    this.convictions = convictions;
    this.options = options;
    this.asOf = read(options.asOf.split('-').join(''));
    this.birth = read(cell(own[0] as readonly string[], 'PRI_DOB'));
  }

  columns(conviction: Conviction): string[] {
    const order = cell(conviction.cells, 'CNT_ORDER').slice(0, 6);
    const numbers: string[] = [];
    for (const cells of this.own) {
      const number = cell(cells, 'OFN');
      if (cell(cells, 'STP_TYPE_DESCR') !== 'COURT ACTION' || number === '') continue;
      if (cell(cells, 'CNT_ORDER').slice(0, 6) === order && !numbers.includes(number)) numbers.push(number);
    }
    const strikes = this.options.tool === 'pilot' ? this.pilotStrikes() : this.directStrikes();
    const listed = this.convictions.filter(({ text }) => isModelRegistrable(text)).map(({ text }) => text);
    const latest = Math.max(yearOne.getTime(), ...this.convictions.map((each) => each.date.getTime()));
    const count = (number: string) => this.convictions.filter(({ text }) => firstNumber(text) === number).length;
    const after = conviction.date.getTime() > date(2016, 11, 9).getTime();
    const [determination, reason] = this[this.options.tool](conviction);
    return [
      numbers.join('; '),
      `${this.convictions.length}`,
      '',
      ...(this.options.tool === 'pilot' ? [] : [after ? 'Y' : 'N']),
      strikes.length > 0 ? strikes.join(';') : '-',
      listed.length > 0 ? listed.join(';') : '-',
      this.isRegistered() ? 'Yes' : '-',
      written(conviction.date),
      this.since(conviction.date.getTime()),
      this.since(latest),
      `${P64.reduce((sum, number) => sum + count(number), 0)}`,
      ...P64.map((number) => `${count(number)}`),
      this.isDeceased() ? 'Deceased' : '-',
      determination,
      reason,
    ];
  }

  bear(conviction: Conviction): [string, string] {
    const { dismiss = [], reduce = [], age = 0, since = 0, free = 0 } = this.options;
    const yes = 'Eligible for Dismissal';
    if (!isFelony(conviction.cells)) return [yes, 'Misdemeanor or Infraction'];
    for (const number of dismiss)
      if (conviction.text.includes(number)) return [yes, `Dismiss all HS ${number} convictions`];
    if (this.options.under21 && plusYears(this.birth, 21) > conviction.date) return [yes, '21 years or younger'];
    if (age > 0 && plusYears(this.birth, age) <= this.asOf) return [yes, `${age} years or older`];
    if (since > 0 && conviction.date <= plusYears(this.asOf, -since)) {
      return [yes, `Conviction occurred ${since} or more years ago`];
    }
    if (free > 0 && this.convictions.every((each) => each.date < plusYears(this.asOf, -free))) {
      return [yes, `No convictions in the past ${free} years`];
    }
    if (this.options.onlyP64 && this.hasOnlyP64()) return [yes, 'Only has 11357-60 charges'];
    if (this.options.deceased && this.isDeceased()) return [yes, 'Individual is deceased'];
    for (const number of reduce) {
      if (conviction.text.includes(number)) return ['Eligible for Reduction', `Reduce all HS ${number} convictions`];
    }
    return ['', ''];
  }

  pilot(conviction: Conviction): [string, string] {
    const { age = 50, years = 10 } = { age: this.options.age, years: this.options.free };
    const yes = 'Eligible for Dismissal';
    const on = conviction.date;
    if (!isFelony(conviction.cells)) return ['To be reviewed by City Attorneys', 'Misdemeanor or Infraction'];
    if (on >= date(2016, 11, 9)) return ['Not eligible', 'Occurred after 11/09/2016'];
    if (firstNumber(conviction.text) === '11357') {
      const begins = ['11357(A)', '11357(B)'].some((start) => conviction.text.startsWith(start));
      return begins ? [yes, '11357(a) or 11357(b)'] : ['Hand Review', 'Other 11357'];
    }
    const strikes = this.convictions.filter(({ text }) => isModelSuperStrike(text));
    if (this.pilotStrikes().length > 0 && this.first(strikes) < on) return ['Not eligible', 'PC 667(e)(2)(c)(iv)'];
    const listed = this.convictions.filter(({ text }) => isModelRegistrable(text));
    if ((listed.length > 0 || this.isRegistered()) && this.first(listed) < on) return ['Not eligible', 'PC 290'];
    const five = conviction.text.slice(0, 5);
    const priors = this.convictions.filter(
      (each) => firstNumber(each.text) !== undefined && each.date < on && each.text.slice(0, 5) === five,
    );
    if (priors.length > 1) return ['Not eligible', 'Two priors'];
    if (plusYears(this.birth, age) <= this.asOf) return [yes, `${age} years or older`];
    if ((this.asOf.getTime() - this.birth.getTime()) / DAY / 365.25 <= 21) return [yes, '21 years or younger'];
    const serving = this.convictions.some(({ end }) => end > this.asOf.getTime());
    if (this.hasOnlyP64() && !serving) return [yes, 'Only has 11357-60 charges and completed sentence'];
    if (this.convictions.every((each) => each.date <= plusYears(this.asOf, -years))) {
      return [yes, `No convictions in past ${years} years`];
    }
    if (serving) return ['Hand Review', 'Currently serving sentence'];
    return this.isDeceased() ? [yes, 'Deceased'] : ['Hand Review', 'No applicable eligibility criteria'];
  }

  related(conviction: Conviction): [string, string] {
    const yes = 'Eligible for Dismissal';
    const perhaps = 'Maybe Eligible - Flag for Review';
    if (!(conviction.date < date(2016, 11, 9))) return ['Not eligible', 'Occurred after 11/09/2016'];
    if (isModelRelated(conviction.text)) {
      const cycle = cell(conviction.cells, 'CNT_ORDER').slice(0, 3);
      const cannabis = this.own.filter((cells) => firstNumber(sectionText(cells)) !== undefined);
      if (!cannabis.some((cells) => cell(cells, 'CNT_ORDER').slice(0, 3) === cycle)) {
        return [perhaps, 'No Related Prop64 Charges'];
      }
      return conviction.text === '4060 BP' ? [perhaps, '4060 BP'] : [yes, conviction.text.trim()];
    }
    if (!isFelony(conviction.cells)) return [yes, 'Misdemeanor or Infraction'];
    if (conviction.text.indexOf('11357') === 0) return [yes, '11357 HS'];
    if (this.convictions.length === 1) {
      return conviction.end < this.asOf.getTime() ? [yes, 'Sentence Completed'] : [perhaps, 'Sentence not Completed'];
    }
    const latest = Math.max(...this.convictions.map((each) => each.date.getTime()));
    const years = latest === yearOne.getTime() ? -1 : (this.asOf.getTime() - latest) / 3_600_000 / (24 * 365.25);
    return years > 5 ? [yes, 'No convictions in past 5 years'] : [perhaps, 'Has convictions in past 5 years'];
  }

  first(among: readonly Conviction[]): Date {
    let held = yearOne;
    among.forEach((each, index) => {
      if (index === 0 || held.getTime() === yearOne.getTime() || each.date < held) held = each.date;
    });
    return held;
  }

  directStrikes(): string[] {
    return this.convictions.filter(({ text }) => isModelSuperStrike(text)).map(({ text }) => text);
  }

  pilotStrikes(): string[] {
    const found = this.directStrikes();
    const caseOf = (conviction: Conviction) => cell(conviction.cells, 'CNT_ORDER').slice(0, 6);
    const gangs = this.convictions.filter(({ text }) => text.includes(`${gangForm} PC`));
    const cases: string[] = [];
    for (const gang of gangs) if (!cases.includes(caseOf(gang))) cases.push(caseOf(gang));
    for (const one of cases) {
      const gang = gangs.filter((each) => caseOf(each) === one).pop();
      for (const each of this.convictions) {
        if (caseOf(each) !== one || !gangOffenses.some((offense) => each.text.includes(`${offense} PC`))) continue;
        found.push(`${each.text} + ${gang?.text ?? ''}`);
      }
    }
    return found.filter((text, index) => found.indexOf(text) === index);
  }

  hasOnlyP64(): boolean {
    return this.convictions.every(({ text }) => firstNumber(text) !== undefined);
  }

  isDeceased(): boolean {
    return this.own.some((cells) => cell(cells, 'STP_TYPE_DESCR') === 'DECEASED');
  }

  isRegistered(): boolean {
    return this.own.some(
      (cells) => cell(cells, 'STP_TYPE_DESCR') === 'REGISTRATION' && cell(cells, 'OFFENSE_DESCR').startsWith('290'),
    );
  }

  since(time: number): string {
    if (time === yearOne.getTime()) return '-1.0';
    const hours = (this.asOf.getTime() - time) / 3_600_000;
    return (hours / (24 * 365.25)).toFixed(1);
  }
}

function written(on: Date): string {
  const [year = '', month = '', day = ''] = on.toISOString().slice(0, 10).split('-');
  return `${month}/${day}/${year}`;
}

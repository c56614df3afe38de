import { dayOf, slashedDate, UNKNOWN_DAY } from './day.ts';
import type { Day } from './day.ts';
import { ELECTION, isInScope, latestConviction } from './flow.ts';
import type { CompatDecision, CompatFlow } from './flow.ts';
import { caseNumbers, caseOf, readHistory } from './history.ts';
import type { CompatConviction, CompatHistory } from './history.ts';
import { otherP64 } from './other-p64.ts';
import type { CompatRow } from './row.ts';
import { P64_SECTIONS } from './section.ts';

const AFTER_ELECTION = 'Occurred after 11/9/2016';
const HEADERS = [
  ...['Case Number', '# of convictions on record', 'Possible Other P64 Charges', AFTER_ELECTION],
  ...['Superstrike Code Section(s)', 'PC290 Code Section(s)', 'PC290 Registration', 'Date of Conviction'],
  ...['Years Since This Conviction', 'Years Since Any Conviction', '# of Prop 64 convictions'],
  ...P64_SECTIONS.map((section) => `# of HS ${section} convictions`),
  ...['Deceased', 'Eligibility Determination', 'Eligibility Reason'],
];

/** Where *Possible Other P64 Charges* stands, which is the one column that any row may have. */
export const OTHER_P64_COLUMN = 2;

/** The headers of the columns that a flow adds: 18 of BEAR, 17 of the pilot. */
export function compatHeaders({ saysWhetherAfterElection }: CompatFlow): readonly string[] {
  return saysWhetherAfterElection ? HEADERS : HEADERS.filter((header) => header !== AFTER_ELECTION);
}

/** A conviction in scope, with what the flow said of it. */
export interface CompatAnswer extends CompatDecision {
  readonly conviction: CompatConviction;
  /** The added columns but for *Possible Other P64 Charges*, which is empty. */
  readonly columns: readonly string[];
}

/** A person as the old tools saw them; the answers stand in the order of the file. */
export interface CompatPerson {
  readonly history: CompatHistory;
  readonly answers: readonly CompatAnswer[];
}

/**
 * Puts one person through a flow.
 *
 * @param rows the person's accepted rows in file order: all of them, or the first and those that matter
 */
export function evaluateCompat(rows: readonly CompatRow[], flow: CompatFlow): CompatPerson {
  const history = readHistory(rows);
  const inScope = history.convictions.filter((conviction) => isInScope(conviction, flow));
  if (inScope.length === 0) return { history, answers: [] };
  const numbers = caseNumbers(rows);
  const ofPerson = personColumns(history, flow);
  const answers = inScope.map((conviction): CompatAnswer => {
    const decision = flow.decide(conviction, history);
    const caseNumber = numbers.get(caseOf(conviction.order))?.join('; ') ?? '';
    return { conviction, ...decision, columns: columnsOf(conviction, caseNumber, decision, ofPerson, flow) };
  });
  return { history, answers };
}

/**
 * The added columns of every row of one person.
 *
 * @param rows every accepted row of the person, in file order
 */
export function compatCells(rows: readonly CompatRow[], flow: CompatFlow): string[][] {
  const blank = compatHeaders(flow).map(() => '');
  const answered = new Map(evaluateCompat(rows, flow).answers.map((answer) => [answer.conviction.row, answer.columns]));
  return rows.map((row, index) => (answered.get(index) ?? blank).with(OTHER_P64_COLUMN, otherP64(row)));
}

/** The columns that are the same for every conviction of a person. */
interface PersonColumns {
  readonly convictions: string;
  readonly lists: readonly [superStrikes: string, registrable: string, registered: string];
  readonly sinceAny: string;
  readonly counts: readonly string[];
  readonly deceased: string;
}

function personColumns(history: CompatHistory, flow: CompatFlow): PersonColumns {
  const { convictions } = history;
  const registrable = convictions.flatMap(({ section }) => (section.registrable ? section.text : []));
  const counts = P64_SECTIONS.map((number) => convictions.filter(({ section }) => section.p64 === number).length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    convictions: String(convictions.length),
    lists: [orDash(flow.superStrikes(history)), orDash(registrable), history.registered ? 'Yes' : '-'],
    sinceAny: yearsSince(latestConviction(history), flow.asOf),
    counts: [total, ...counts].map(String),
    deceased: history.deceased ? 'Deceased' : '-',
  };
}

function columnsOf(
  { date }: CompatConviction,
  caseNumber: string,
  { determination, reason }: CompatDecision,
  { convictions, lists, sinceAny, counts, deceased }: PersonColumns,
  { asOf, saysWhetherAfterElection }: CompatFlow,
): string[] {
  const election = dayOf(ELECTION.year, ELECTION.month, ELECTION.day);
  return [
    ...[caseNumber, convictions, ''],
    ...(saysWhetherAfterElection ? [date > election ? 'Y' : 'N'] : []),
    ...[...lists, slashedDate(date), yearsSince(date, asOf), sinceAny],
    ...[...counts, deceased, determination, reason],
  ];
}

function orDash(texts: readonly string[]): string {
  return texts.length > 0 ? texts.join(';') : '-';
}

/** Years of 365.25 days, to one decimal. */
function yearsSince(date: Day, asOf: Day): string {
  return date === UNKNOWN_DAY ? '-1.0' : ((asOf - date) / 365.25).toFixed(1);
}

import type { AskedFact, FactKind } from '@clearance/contract';
import type { Determination, FactName } from '@clearance/eligibility';
import { parseDojDate, textOf, type Conviction, type History } from '@clearance/record';

/** What can be entered for a missing fact; for the others a person has to look at the record. */
const KINDS: Partial<Record<FactName, FactKind>> = {
  severity: 'severity',
  conviction_date: 'conviction_date',
  birth_date: 'birth_date',
  disposition: 'disposition',
  relief: 'relief',
  sentence: 'sentence_end',
  offense_date: 'offense_date',
  amount: 'amount',
};

const SEVERITIES = ['FELONY', 'MISDEMEANOR', 'INFRACTION'];

/**
 * The facts that a determination lacks and a person can enter, each with what contradictory rows say of it. Pure.
 *
 * @param unreadLines lines of the person that could not be read
 */
export function askedFacts(
  history: History,
  { unknownFacts }: Pick<Determination, 'unknownFacts'>,
  own: Conviction,
  unreadLines: readonly number[],
): AskedFact[] {
  const asked: AskedFact[] = [];
  const add = (fact: AskedFact) => {
    if (!asked.some((one) => one.kind === fact.kind && one.conviction === fact.conviction)) asked.push(fact);
  };
  for (const { fact, of, why } of unknownFacts) {
    const kind = KINDS[of?.fact ?? fact];
    if (!kind) continue;
    const about = of ? history.convictions.find(({ key }) => key === of.conviction) : own;
    if (!about) continue;
    const other = about === own || kind === 'birth_date' ? null : about.key;
    const words = other === null ? '' : `${about.count.offense.text}, case ${about.caseNumber || 'not given'}`;
    add({ kind, conviction: other, of: words, why, choices: choicesOf(kind, history, about), line: null });
  }
  for (const line of unreadLines) {
    const why = `Line ${line.toLocaleString('en-US')} of the file could not be read.`;
    asked.push({ kind: 'unread_row', conviction: null, of: '', why, choices: [], line });
  }
  return asked;
}

/** The values of rows that contradict each other, of which one is right; none where they agree. */
function choicesOf(kind: FactKind, history: History, { count }: Conviction): AskedFact['choices'] {
  const found = new Map<string, number>();
  if (kind === 'birth_date') {
    for (const row of history.rows) {
      const day = parseDojDate(textOf(row, 'PRI_DOB'));
      if (day && day.earliest === day.latest && !found.has(day.earliest)) found.set(day.earliest, row.line);
    }
  }
  if (kind === 'severity') {
    for (const row of count.rows) {
      const stated = textOf(row, 'CONV_STAT_DESCR').toUpperCase();
      if (SEVERITIES.includes(stated) && !found.has(stated.toLowerCase())) found.set(stated.toLowerCase(), row.line);
    }
  }
  if (found.size < 2) return [];
  return [...found].map(([value, line]) => ({ value, says: `${value} (line ${line.toLocaleString('en-US')})` }));
}

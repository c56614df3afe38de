import type { FactValue } from '@clearance/contract';
import { Refused } from '@clearance/platform';
import {
  addYears,
  localDate,
  normalWording,
  type Dispositions,
  type EnteredValue,
  type LocalDate,
} from '@clearance/record';

/** What a fact is held against before it is taken. */
export interface ReadOn {
  readonly today: LocalDate;
  readonly dispositions: Dispositions;
  /** What names the unread row that the fact is about. */
  readonly row: string | undefined;
}

/**
 * A fact as it is kept, from what was sent. Pure. Throws `fact_in_the_future`, `fact_unknown_disposition`, `invalid`.
 *
 * @param conviction the key of the conviction that it is about
 */
export function valueOf(sent: FactValue, conviction: string, { dispositions, row, today }: ReadOn): EnteredValue {
  switch (sent.kind) {
    case 'birth_date':
      return { kind: sent.kind, date: born(sent.date, today) };
    case 'conviction_date':
    case 'offense_date':
      return { kind: sent.kind, conviction, date: past(sent.date, today) };
    case 'sentence_end':
      return { kind: sent.kind, conviction, date: localDate(sent.date) };
    case 'severity':
    case 'amount':
    case 'not_same_person':
      return { ...sent, conviction };
    case 'disposition': {
      const text = normalWording(sent.text);
      const means = dispositions.kindOf(text);
      if (means !== 'convicted' && means !== 'not_convicted') throw unknownWording('disposition');
      return { kind: sent.kind, conviction, means, text, ...dated(sent.date, today) };
    }
    case 'relief': {
      const text = normalWording(sent.text ?? '');
      if (text === '') return { kind: sent.kind, conviction, means: 'none', text };
      const means = dispositions.kindOf(text);
      if (means !== 'relieved' && means !== 'reduced') throw unknownWording('later order');
      return { kind: sent.kind, conviction, means, text, ...dated(sent.date, today) };
    }
    case 'unread_row': {
      if (row === undefined) throw new Refused('invalid', { problem: 'no row of this person is unread on that line' });
      const { bears, kind, line, text } = sent;
      if (bears === 'conviction' && text === '') throw new Refused('note_required', undefined, { text: 'needed' });
      return { kind, row, line, bears, text };
    }
  }
}

const unknownWording = (kind: string) => new Refused('fact_unknown_disposition', { kind }, { text: 'unknown' });

function past(date: string, today: LocalDate): LocalDate {
  const day = localDate(date);
  if (day > today) throw new Refused('fact_in_the_future', undefined, { date: 'It is in the future.' });
  return day;
}

/** Nobody of whom a file tells was born longer ago: the day is a slip of the pen. */
const OLDEST = 120;

function born(date: string, today: LocalDate): LocalDate {
  const day = past(date, today);
  if (day >= addYears(today, -OLDEST)) return day;
  const problem = `somebody born on ${day} would be more than ${OLDEST} years old`;
  throw new Refused('invalid', { problem }, { date: 'The year is impossible. Check it against the source.' });
}

const dated = (date: string | undefined, today: LocalDate) => (date === undefined ? {} : { date: past(date, today) });

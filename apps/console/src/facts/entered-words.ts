import type { AskedFact, EnteredFactRow, FactKind, FactSource, FactValue } from '@clearance/contract';

/** What can be entered, in the words of the form. */
export const kindWords: Readonly<Record<FactKind, string>> = {
  birth_date: 'Date of birth',
  conviction_date: 'Date of conviction',
  offense_date: 'Date of the offense',
  sentence_end: 'Date the sentence ended',
  severity: 'Severity at conviction',
  amount: 'Amount',
  disposition: 'Disposition',
  relief: 'Later order in the case',
  not_same_person: 'Not the same person',
  unread_row: 'Row that could not be read',
};

/** What a person can enter without being asked, in the order of the list. */
export const kindsToChoose: readonly FactKind[] = [
  ...(['birth_date', 'conviction_date', 'offense_date', 'severity', 'amount'] as const),
  ...(['disposition', 'relief', 'sentence_end', 'not_same_person'] as const),
];

export const kindWord = (kind: string): string => kindWords[kind as FactKind] ?? kind;

export const sourceWords: Readonly<Record<FactSource, string>> = {
  court_file: 'Court file',
  docket: 'Docket',
  lab_report: 'Lab report',
  police_report: 'Police report',
  record_copy: 'The person’s copy of their record',
};

/** How a fact stands beside the file; what is simply used needs no word. */
export const standingWords: Readonly<Record<NonNullable<EnteredFactRow['standing']>, string>> = {
  used: 'Used in the determination.',
  same_as_file: 'The file says the same.',
  contradicts_file: 'The file says something else. Neither is used until a person clears it up.',
  disputed: 'Different values were entered. None is used until one of them is withdrawn.',
  no_such_conviction: 'The newest file no longer has the conviction that this is about.',
};

/** What is in the form. Everything is text until it is sent. */
export interface Draft {
  readonly kind: FactKind;
  readonly date: string;
  readonly severity: string;
  readonly amount: string;
  readonly unit: Unit;
  readonly text: string;
  readonly scope: 'conviction' | 'cycle';
  readonly bears: 'nothing' | 'conviction';
  readonly source: FactSource | '';
  readonly reference: string;
}

/** Grams in each unit that reports use. */
export const units = { grams: 1, ounces: 28.349523125, pounds: 453.59237 } as const;
export type Unit = keyof typeof units;

export const emptyDraft = (kind: FactKind): Draft => ({
  ...{ kind, date: '', severity: '', amount: '', unit: 'grams', text: '', scope: 'conviction', bears: 'nothing' },
  ...{ source: '', reference: '' },
});

const dated: readonly FactKind[] = ['birth_date', 'conviction_date', 'offense_date', 'sentence_end'];

/** What is missing in the form, by field; empty where it can be sent. */
export function problemsOf(draft: Draft): Readonly<Partial<Record<keyof Draft, string>>> {
  const { amount, bears, date, kind, reference, severity, source, text } = draft;
  return {
    ...(dated.includes(kind) && !isDay(date) ? { date: 'Enter the whole date, of a day that exists.' } : {}),
    ...(kind === 'severity' && severity === '' ? { severity: 'Choose one.' } : {}),
    ...(kind === 'amount' && !(Number(amount) > 0) ? { amount: 'Enter a number above zero.' } : {}),
    ...(kind === 'disposition' && text === '' ? { text: 'Choose a disposition from the dictionary.' } : {}),
    ...(kind === 'unread_row' && bears === 'conviction' && text.trim() === ''
      ? { text: 'Say what the row says.' }
      : {}),
    ...(source === '' ? { source: 'Choose where you read it.' } : {}),
    ...(reference.trim() === '' ? { reference: 'Enter a number or page, so that somebody else can find it.' } : {}),
  };
}

/** A day of the calendar: of 31 February a browser would make one in March. */
function isDay(text: string): boolean {
  const at = Date.parse(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The fact as it is sent. */
export function factOf(draft: Draft, { line }: Pick<AskedFact, 'line'>): FactValue {
  const { amount, bears, date, kind, scope, severity, text, unit } = draft;
  const day = isDay(date) ? { date } : {};
  switch (kind) {
    case 'birth_date':
    case 'conviction_date':
    case 'offense_date':
    case 'sentence_end':
      return { kind, date };
    case 'severity':
      return { kind, severity: severity as 'felony' };
    case 'amount':
      return { kind, grams: Math.round(Number(amount) * units[unit] * 1000) / 1000 };
    case 'disposition':
      return { kind, text, ...day };
    case 'relief':
      return { kind, ...(text === '' ? {} : { text, ...day }) };
    case 'not_same_person':
      return { kind, scope };
    case 'unread_row':
      return { kind, line: line ?? 0, bears, text: text.trim() };
  }
}

import { z } from 'zod';
import { calendarDate, instant, uuid } from './list.ts';
import { givenTo } from './made-files.ts';
import { personal } from '../personal.ts';

export const factSources = ['court_file', 'docket', 'lab_report', 'police_report', 'record_copy'] as const;
export type FactSource = (typeof factSources)[number];

const FIRST_DAY = '1850-01-01';
const AFTER_LAST_DAY = '2200-01-01';
/** Said in words: a validator would only say that the form is wrong. */
const day = z
  .string()
  .refine((date) => calendarDate.safeParse(date).success, 'There is no such day. Write the date as 1985-02-28.')
  .refine((date) => date >= FIRST_DAY && date < AFTER_LAST_DAY, 'The year is impossible. Check it against the source.');
const words = z.string().trim().min(1).max(120);

/** What can be entered, each kind with what it needs. Dates are those of the source. */
export const factValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('birth_date'), date: day }),
  z.strictObject({ kind: z.literal('conviction_date'), date: day }),
  z.strictObject({ kind: z.literal('offense_date'), date: day }),
  z.strictObject({ kind: z.literal('sentence_end'), date: day }),
  z.strictObject({ kind: z.literal('severity'), severity: z.enum(['felony', 'misdemeanor', 'infraction']) }),
  z.strictObject({ kind: z.literal('amount'), grams: z.number().positive().max(1_000_000) }),
  /** A disposition of the dictionary that says whether the count ended in a conviction. */
  z.strictObject({ kind: z.literal('disposition'), text: words, date: day.optional() }),
  /** A later order of the dictionary that relieves or reduces; without words: there is none. */
  z.strictObject({ kind: z.literal('relief'), text: words.optional(), date: day.optional() }),
  z.strictObject({ kind: z.literal('not_same_person'), scope: z.enum(['conviction', 'cycle']) }),
  z.strictObject({
    kind: z.literal('unread_row'),
    line: z.int().min(1),
    bears: z.enum(['nothing', 'conviction']),
    text: z.string().trim().max(500),
  }),
]);
export type FactValue = z.infer<typeof factValue>;
export type FactKind = FactValue['kind'];

/**
 * `POST /api/convictions/:id/facts`. `version` is the one of the conviction that was read; `conviction` names another
 * conviction of the same person, by its key in the determination, where the fact is about that one.
 */
export const factBody = z.strictObject({
  version: z.int(),
  fact: factValue,
  conviction: z.string().min(1).max(500).optional(),
  source: z.enum(factSources),
  reference: z.string().trim().min(1).max(200),
});
export type FactBody = z.infer<typeof factBody>;

/** `POST /api/convictions/:id/facts/:factId/withdraw`. */
export const factWithdrawBody = z.strictObject({ version: z.int(), reason: z.string().trim().min(1).max(500) });
export const factParam = z.object({ id: uuid, factId: uuid });

export const factStandings = ['used', 'same_as_file', 'contradicts_file', 'disputed', 'no_such_conviction'] as const;
export const enteredFactRow = z.object({
  id: uuid,
  kind: z.string(),
  about: z.enum(['this', 'other', 'person']),
  says: personal('history', z.string()),
  source: z.enum(factSources),
  reference: personal('case', z.string()),
  by: z.string(),
  at: instant,
  /** How it stands beside the present file; null once it was withdrawn. */
  standing: z.enum(factStandings).nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnAt: instant.nullable(),
  withdrawnReason: z.string().nullable(),
});
export type EnteredFactRow = z.infer<typeof enteredFactRow>;

/** What can be entered for a conviction now, as a form asks for it. */
export const askedFact = z.object({
  kind: z.string(),
  /** The conviction it is about, where that is another one of the person. */
  conviction: personal('case', z.string().nullable()),
  /** Which one that is, in words; empty for this one. */
  of: personal('history', z.string()),
  why: z.string(),
  /** What rows that contradict each other say: one of these is right. Empty where they do not. */
  choices: personal('history', z.array(z.object({ value: z.string(), says: z.string() }))),
  line: z.int().nullable(),
});
export type AskedFact = z.infer<typeof askedFact>;

/** `GET /api/convictions/:id/facts`. */
export const factsView = z.object({
  version: z.int(),
  entered: z.array(enteredFactRow),
  missing: z.array(askedFact),
  /** Dispositions of the dictionary, for the two kinds that take one. */
  dispositions: z.array(z.object({ wording: z.string(), kind: z.string() })),
});
export type FactsView = z.infer<typeof factsView>;

/** A conviction that waits for a fact that somebody asked for. */
export const awaitedFact = z.object({
  convictionId: uuid,
  personId: uuid,
  name: personal('name', z.string()),
  caseNumber: personal('case', z.string()),
  section: z.string(),
  offense: personal('history', z.string()),
  date: personal('history', z.string().nullable()),
  court: z.string(),
  agency: z.string(),
  /** The facts that are missing, by their names in a determination, and why. */
  facts: z.array(z.object({ fact: z.string(), why: z.string() })),
  question: z.string(),
  askedBy: z.string(),
  askedAt: instant,
});
export type AwaitedFact = z.infer<typeof awaitedFact>;
/** `GET /api/facts-awaited`: the oldest first; `total` may be more than are listed. */
export const factsAwaited = z.object({ rows: z.array(awaitedFact), total: z.int() });
export type FactsAwaited = z.infer<typeof factsAwaited>;

/** `POST /api/facts-awaited/requests`: a letter to a court or an agency, which is a release of criminal history. */
export const factRequestBody = z.strictObject({
  ...givenTo.shape,
  court: z.string().max(200).optional(),
  agency: z.string().max(200).optional(),
});
export type FactRequestBody = z.infer<typeof factRequestBody>;
export const factRequest = z.object({
  county: z.string(),
  rows: z.array(awaitedFact),
  csv: personal('history', z.string()),
  /** What an answer quotes: the beginning of the id under which the letter is kept. */
  reference: z.string(),
  /** The day on which it was made, in the county's zone. */
  day: calendarDate,
  /** Who asks, and where to answer; empty where the settings of the county lack it. */
  sender: z.object({ office: z.string(), address: z.string(), contact: z.string(), by: z.string() }),
});
export type FactRequest = z.infer<typeof factRequest>;

import { z } from 'zod';
import { instant, listQuery, uuid } from './list.ts';
import { personal } from '../personal.ts';

/** Why a file is not to count before somebody has said that it is the right one. */
export const importDoubts = ['missing_parts', 'headers_differ', 'unfinished', 'foreign', 'few_shared'] as const;
export type ImportDoubt = (typeof importDoubts)[number];

export const importStates = [
  'reading',
  'waiting', // there are doubts: somebody has to confirm before it counts
  'counting',
  'evaluating',
  'done',
  'failed',
  'cancelled',
  'superseded',
] as const;

export const importRow = z.object({
  id: uuid,
  fileName: z.string(),
  /** The files that came as one delivery, in their order; `fileName` names the first of several. */
  files: z.array(z.object({ name: z.string(), bytes: z.int(), header: z.boolean(), unfinished: z.boolean() })),
  /** The parts of the delivery that are not there, by what the names of its files say; `of` where they say how many there are. */
  missingParts: z.object({ numbers: z.array(z.int()), of: z.int().nullable() }).nullable(),
  bytes: z.int(),
  sha256: z.string(),
  state: z.enum(importStates),
  encoding: z.enum(['ascii', 'utf-8', 'windows-1252']).nullable(),
  header: z.boolean().nullable(),
  /** Progress of the reading, then figures. `rows` = accepted. */
  bytesRead: z.int(),
  rows: z.int(),
  rejected: z.int(),
  people: z.int(),
  /** Of every offense, in the courts of this county and in courts of which the file names no county. */
  convictions: z.int(),
  /**
   * Of these, the ones that the policy speaks of: of the newest file as it is now, of an older one as it was when it was
   * counted. Null where no policy has spoken yet.
   */
  spokenOf: z.int().nullable(),
  /**
   * Of the convictions that the policy speaks of: those that no older file had, those that an older one had and the one
   * before lacked, those that it had as well, unchanged or changed by this file, and those that it no longer holds.
   */
  fresh: z.int(),
  back: z.int(),
  unchanged: z.int(),
  changed: z.int(),
  vanished: z.int(),
  /** Share of court rows that name this county, 0–1; null until read. */
  ownCountyShare: z.number().nullable(),
  /** The county that the court rows name most, when it is not this one. */
  otherCounty: z.string().nullable(),
  /**
   * `missing_parts`: by the names of its files parts are missing. `headers_differ`: some of its files begin with the names of
   * the columns and others do not. `unfinished`: a file ends in the middle of a row. `foreign`: hardly any court row names
   * this county. `few_shared`: more than a tenth of the people or convictions of the file that it replaces are not in it.
   */
  doubts: z.array(z.enum(importDoubts)),
  /** Who let it count in spite of its doubts, and when; null where nobody had to, or has. */
  confirmed: z.object({ by: z.string(), at: instant }).nullable(),
  /** The file that it replaces once it counts, and how many of its people are in this one; null for the first. */
  replaces: z.object({ fileName: z.string(), createdAt: instant, people: z.int(), shared: z.int() }).nullable(),
  /**
   * While it waits for a confirmation: what stands of the people whom it has not, by what becomes of it. All but
   * `approved` leave the queue, and what was recommended with them. Null otherwise, and where it replaces no file.
   */
  leaving: z.object({ toReview: z.int(), toApprove: z.int(), returned: z.int(), approved: z.int() }).nullable(),
  /**
   * What became of every row that has to be accounted for, under the policy with which the present file was counted last;
   * null before that, and of older files. `rows` is the sum of the others.
   */
  balance: z
    .object({
      policyVersion: z.int(),
      countedAt: instant,
      rows: z.int(),
      determination: z.int(),
      needsReview: z.int(),
      /** Rows that name a covered section, and no rule says what became of them. */
      unexplained: z.int(),
      /** Rows of which the policy does not speak, by reason, in the order in which people are told. */
      outside: z.array(z.object({ reason: z.string(), says: z.string(), count: z.int() })),
      /** Rows that could not be read: each counts, because nobody can tell what it says. */
      rejected: z.int(),
    })
    .nullable(),
  /** The rejected rows by reason, most frequent first. */
  reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
  /** Dispositions of this county's courts that no dictionary holds, most frequent first; blank ones as an empty text. */
  unknownDispositions: z.array(z.object({ text: z.string(), count: z.int() })),
  uploadedBy: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  workId: uuid.nullable(),
  problem: z.string().nullable(),
});
export type ImportRow = z.infer<typeof importRow>;
export const importList = listQuery(z.object({ state: z.string().optional() }), ['createdAt', 'fileName', 'rows']);
/** `POST /api/imports` (multipart, a part `file` for each file of the delivery, in their order) answers this; `same` when the county already has these very files. */
export const importAnswer = z.object({ id: uuid, same: z.boolean() });

/**
 * `GET /api/imports/:id/unexplained`: rows that name a covered section and of which no rule says what became, in the order of
 * the file. At most 200 are named; `balance.unexplained` counts all. `POST …/unexplained/:line` says what one is, `DELETE`
 * takes that back; both answer the list as it is then.
 */
export const unexplainedRow = z.object({
  /** The line of the delivery; `file` and `line` are the file of it, and the line in it. */
  id: z.string(),
  file: z.string(),
  line: z.int(),
  personId: uuid,
  name: personal('name', z.string()),
  /** As the row has them. */
  date: personal('history', z.string().nullable()),
  step: z.string(),
  agency: z.string(),
  offense: personal('history', z.string()),
  disposition: z.string(),
  comment: personal('history', z.string()),
  /** The covered section that it names. */
  section: z.string(),
  /** Who looked at it and said what it is; null while nobody did. */
  explained: z.object({ by: z.string(), at: instant, note: z.string() }).nullable(),
});
export type UnexplainedRowView = z.infer<typeof unexplainedRow>;
export const unexplainedParam = z.object({ id: uuid, line: z.coerce.number().int().min(1).max(2_147_483_647) });
export const explainBody = z.strictObject({ note: z.string().trim().min(1).max(500) });

/** `GET /api/imports/:id/problems`; as CSV from `POST /api/imports/:id/problems.csv` with a `GivenTo`. */
export const rejectedRow = z.object({
  id: z.string(),
  /** The file of the delivery, and the line in it. */
  file: z.string(),
  line: z.int(),
  reason: z.string(),
  detail: personal('history', z.string()),
  text: personal('history', z.string()),
});
export type RejectedRowView = z.infer<typeof rejectedRow>;
export const rejectedList = listQuery(z.object({ reason: z.string().optional() }), ['line', 'reason']);

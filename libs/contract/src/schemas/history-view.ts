import { z } from 'zod';
import { importDoubts } from './imports.ts';
import { instant, uuid } from './list.ts';
import { personal } from '../personal.ts';

const cells = personal('history', z.record(z.string(), z.string()));
const countView = z.object({
  order: z.string(),
  offense: personal('history', z.string()),
  charged: personal('history', z.string()),
  section: z.string(),
  disposition: z.string(),
  dispositionKind: z.string(),
  severity: z.string(),
  /** The conviction that this count is, when it is one of this county. */
  convictionId: uuid.nullable(),
  sentences: personal('history', z.array(z.string())),
  comment: personal('history', z.string()),
  /** The non-blank cells that are kept, per line of the delivery. */
  rows: z.array(z.object({ line: z.int(), cells })),
});
const stepView = z.object({
  order: z.string(),
  kind: z.enum(['arrest', 'court', 'registration', 'deceased', 'other']),
  type: z.string(),
  date: personal('history', z.string().nullable()),
  agency: z.string(),
  county: z.string(),
  ownCounty: z.boolean(),
  caseNumbers: personal('case', z.array(z.string())),
  counts: z.array(countView),
});
/** A file that counts although there were doubts. `by` and `at` are null where release 0.1.0 kept neither. */
export const confirmedFile = z.object({
  importId: uuid,
  doubts: z.array(z.enum(importDoubts)),
  by: z.string().nullable(),
  at: instant.nullable(),
});
export type ConfirmedFile = z.infer<typeof confirmedFile>;

/** `GET /api/people/:id`: the whole history as a timeline. Identifiers are masked. */
export const personView = z.object({
  id: uuid,
  name: personal('name', z.string()),
  /** `••••1234` */
  cii: personal('identifier', z.string()),
  gender: z.string(),
  birth: personal('birth', z.string().nullable()),
  /** Whether the file lacks it, and somebody entered it. */
  birthEntered: z.boolean(),
  /** Why nothing is decided by the birth date, in words that end a sentence; null where it is known. */
  birthDoubt: personal('birth', z.string().nullable()),
  age: z.int().nullable(),
  race: z.string(),
  cycles: z.array(
    z.object({ order: z.string(), date: personal('history', z.string().nullable()), steps: z.array(stepView) }),
  ),
  fileName: z.string(),
  /** The doubts about the file that the history comes from, and who let it count all the same; null where there were none. */
  confirmed: confirmedFile.nullable(),
  /** The files of the delivery in their order: lines are counted through all of them. One file is the usual. */
  parts: z.array(z.object({ name: z.string(), linesBefore: z.int() })),
  rows: z.int(),
});
export type PersonView = z.infer<typeof personView>;

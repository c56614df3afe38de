import type { ReadableKind } from '@clearance/record';
import { z } from 'zod';
import { instant, listQuery } from './list.ts';

/** What a disposition's wording can mean. */
export const dispositionKinds = [
  'convicted',
  'adjudicated',
  'not_convicted',
  'relieved',
  'reduced',
  'pending',
  'other',
] as const satisfies readonly ReadableKind[];
export type DispositionMeaning = (typeof dispositionKinds)[number];

/** One wording with its meaning; a `*` at its end stands for any further words. */
export const dispositionWording = z.object({ wording: z.string(), kind: z.enum(dispositionKinds) });
export type DispositionWordingRow = z.infer<typeof dispositionWording>;

/** Who prosecutes what these agencies arrest for; the first line that applies decides, dates are of conviction. */
export const agencyRoute = z.object({
  arresting: z.union([z.literal('any'), z.array(z.string())]),
  severity: z.array(z.enum(['felony', 'misdemeanor', 'infraction'])),
  agency: z.string(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type AgencyRoute = z.infer<typeof agencyRoute>;
/** `cite` says where the table comes from. */
export const agencyRouting = z.object({ cite: z.string(), routes: z.array(agencyRoute) });
export type AgencyRouting = z.infer<typeof agencyRouting>;

/** One version of a county's terms; routing is null where the shipped table, if there is one, holds. */
export const termsVersion = z.object({
  version: z.int(),
  dispositions: z.array(dispositionWording),
  routing: agencyRouting.nullable(),
  digest: z.string(),
  changedBy: z.string(),
  at: instant,
});
export type TermsVersion = z.infer<typeof termsVersion>;
export const termsList = listQuery(z.object({}), ['version']);

/** `GET /api/terms`. Version 0 is what is shipped: nothing of the office's own, changed by nobody. */
export const terms = termsVersion.omit({ digest: true, changedBy: true, at: true }).extend({
  digest: z.string().nullable(),
  changedBy: z.string().nullable(),
  at: instant.nullable(),
  county: z.string(),
  shipped: z.object({ dispositions: z.array(dispositionWording), routing: agencyRouting.nullable() }),
  /** Wordings of the newest file that nobody has said the meaning of, most frequent first; and its blank ones. */
  unknown: z.array(z.object({ text: z.string(), count: z.int() })),
  blank: z.int(),
  /** Whom a new version would be worked out for again. */
  people: z.int(),
  convictions: z.int(),
  /** The newest version is still being worked through. */
  busy: z.boolean(),
  /** Whether a file counts at all; without one nothing is known of its wordings. */
  hasFile: z.boolean(),
});
export type Terms = z.infer<typeof terms>;

/** `POST /api/terms/check`: what is wrong with it, each with its place: `dispositions.3.wording`. */
export const termsDraft = z.object({ dispositions: z.array(z.unknown()), routing: z.unknown() });
export const termsCheck = z.object({
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
  /** It says what the newest version says. */
  unchanged: z.boolean(),
});
export type TermsCheck = z.infer<typeof termsCheck>;
/** `POST /api/terms`: the next version, and everybody counted and evaluated again. */
export const termsBody = termsDraft.extend({ basedOn: z.int().min(0).max(2_147_483_647) });

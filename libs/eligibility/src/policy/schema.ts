import { STATUTE_CODES } from '@clearance/record';
import { z } from 'zod';

import { STATUTE } from '../lists/statute-list.ts';
import { parts } from './parts.ts';
import { plainMessage } from './plain-issue.ts';
import type { Condition, Policy } from './policy.ts';
import type { Term } from './term.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens');
/** A text for people. Line breaks and halves of characters are in no sentence, and no database takes all of them. */
const sentence = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(600)
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'must be one line of plain text');
const day = z.iso.date('must be a calendar date, YYYY-MM-DD');
const listName = z.string().regex(/^[a-z0-9_]{1,40}$/, 'lower-case letters, digits and underscores');
const severity = z.enum(['felony', 'misdemeanor', 'infraction']);
const outcome = z.enum(['dismiss', 'reduce', 'not_eligible', 'needs_review', 'refer', 'out_of_scope']);
const years = z.int().min(0).max(120);
const common = { unknown: z.enum(['review', 'fails', 'holds']).optional() };
const names = z.array(sentence).min(1);
const many = z.int().min(1).max(99);

const classes = z.array(severity).min(1).optional();
const ageFields = { compare: z.enum(['under', 'at_most', 'at_least', 'over']), years, ...common };

const terms = z.discriminatedUnion('term', [
  parts({ term: z.literal('offense'), in: listName, ...common }),
  parts({ term: z.literal('severity'), is: z.array(severity).min(1), ...common }),
  parts({
    term: z.literal('convicted'),
    compare: z.enum(['before', 'on_or_before', 'after', 'on_or_after']),
    date: day.optional(),
    yearsBeforeAsOf: years.optional(),
    ...common,
  }).refine((one) => (one.date === undefined) !== (one.yearsBeforeAsOf === undefined), {
    message: 'needs either a date or a number of years before the as-of date',
  }),
  parts({ term: z.literal('age_at_conviction'), ...ageFields }),
  parts({ term: z.literal('age_at_offense'), ...ageFields, within: years.optional() }),
  parts({ term: z.literal('age_as_of'), ...ageFields }),
  parts({ term: z.literal('conviction_free'), years, classes, ...common }),
  parts({ term: z.literal('only_convictions_in'), list: listName, ...common }),
  parts({
    term: z.literal('convictions_in'),
    list: listName.optional(),
    classes,
    atLeast: many,
    when: z.enum(['earlier', 'any']),
    section: z.enum(['same', 'any']),
    per: z.enum(['case', 'count']),
    ...common,
  }).refine((one) => one.section === 'any' || one.list !== undefined, {
    message: 'needs a list where it asks for the same section',
    path: ['list'],
  }),
  parts({
    term: z.literal('among_first'),
    most: many,
    order: z.enum(['earliest', 'latest']),
    list: listName.optional(),
    classes,
    ...common,
  }),
  parts({
    term: z.literal('has_conviction_in'),
    list: listName,
    when: z.enum(['before', 'ever']),
    ...common,
  }),
  parts({ term: z.literal('registered'), when: z.enum(['before', 'ever']), list: listName, ...common }),
  parts({
    term: z.literal('sentences'),
    are: z.enum(['complete', 'serving']),
    of: z.enum(['this_conviction', 'record']).optional(),
    ...common,
  }),
  parts({ term: z.literal('sentence_ended'), years, parts: z.enum(['all', 'prison']), ...common }),
  parts({ term: z.literal('deceased'), ...common }),
  parts({ term: z.literal('agency'), in: names, ...common }),
  parts({
    term: z.literal('amount'),
    compare: z.enum(['at_most', 'over']),
    grams: z.number().min(0).max(1_000_000),
    ...common,
  }),
  parts({
    term: z.literal('case_has'),
    list: listName,
    offense: z.enum(['in', 'outside']),
    counts: z.enum(['charged', 'convicted', 'arrested']),
    ...common,
  }),
  parts({ term: z.literal('open_case'), ...common }),
  parts({ term: z.literal('relieved'), how: z.enum(['ended', 'set_aside', 'erased', 'reduced']), ...common }),
  parts({ term: z.literal('county'), in: names, ...common }),
]);

export const termSchema: z.ZodType<Term> = terms;

const termNames = terms.options.map(({ shape }) => shape.term.value).join(', ');
const noSuchTerm = `is no condition that the policy language has: there are all, any, not, ${termNames}`;

/** Goes by the key that a condition has, so that a mistake deep inside is reported where it is. */
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.unknown().transform((value, context): Condition => {
    const parsed = branchOf(value).safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const message = issue.code === 'invalid_union' ? noSuchTerm : plainMessage(issue);
      context.issues.push({ code: 'custom', message, path: issue.path, input: value });
    }
    return z.NEVER;
  }),
);

function branchOf(value: unknown): z.ZodType<Condition> {
  const has = (key: string) => typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  if (has('all')) return parts({ all: z.array(condition) });
  if (has('any')) return parts({ any: z.array(condition) });
  if (has('not')) return parts({ not: condition });
  return termSchema;
}

const order = z.enum(['dismissal', 'dismissal_and_sealing', 'recall', 'redesignation']);
const consequence = parts({ outcome, agency: sentence.optional(), order: order.optional() })
  .refine((then) => then.order === undefined || then.outcome === 'dismiss' || then.outcome === 'reduce', {
    message: 'only a dismissal or a reduction names an order',
    path: ['order'],
  })
  .refine((then) => then.agency === undefined || then.outcome === 'refer', {
    message: 'only a referral names an agency',
    path: ['agency'],
  });

const inchoate = z.enum(['counts', 'does_not_count', 'unclear']);
const statute = z
  .string()
  .regex(STATUTE, 'must be a code and a section, such as PC 245(d)(3)')
  .refine((text) => !STATUTE.test(text) || Object.hasOwn(STATUTE_CODES, text.split(' ', 1)[0] ?? ''), {
    message: `must begin with a code of law that is known: ${Object.keys(STATUTE_CODES).join(', ')}`,
  });

const list = parts({
  title: sentence,
  titleEs: sentence.optional(),
  cite: sentence,
  asOf: day,
  entries: z.array(
    parts({
      statute,
      exactly: z.boolean().optional(),
      may: sentence.optional(),
      from: day.optional(),
      to: day.optional(),
      nowKnownAs: statute.optional(),
      attempts: inchoate.optional(),
    }),
  ),
  pairs: z.array(parts({ enhancement: statute, offenses: z.array(statute).min(1) })).optional(),
  attempts: inchoate,
  conspiracies: inchoate,
  accessories: inchoate,
});

const toConfirm = { confirm: sentence.optional(), confirmEs: sentence.optional() };
const isNoted = (one: { confirm?: string | undefined; confirmEs?: string | undefined }): boolean =>
  one.confirmEs === undefined || one.confirm !== undefined;
const inEnglish = { message: 'needs the note in English as well', path: ['confirmEs'] };
const effective = parts({ from: day.optional(), to: day.optional() });

/** The shape of a policy; what its parts mean for each other is checked by `validatePolicy`. */
export const policySchema: z.ZodType<Policy> = parts({
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'lower-case letters, digits, dots and hyphens'),
  version: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.+-]{0,39}$/, 'letters, digits, dots and hyphens'),
  title: sentence,
  jurisdiction: z.string().regex(/^[A-Z]{2}$/, 'a state, such as CA'),
  legalBasis: sentence,
  scope: parts({
    statutes: listName,
    county: sentence,
    setAside: z.enum(['out_of_scope', 'in_scope']).optional(),
  }),
  lists: z.record(listName, list),
  rules: z
    .array(
      parts({
        id,
        title: sentence,
        when: condition,
        then: consequence,
        cite: sentence,
        legalBasis: sentence.optional(),
        effective: effective.optional(),
        ...toConfirm,
      }).refine(isNoted, inEnglish),
    )
    .min(1, 'a policy needs at least one rule'),
  otherwise: parts({
    title: sentence,
    then: consequence,
    cite: sentence,
    legalBasis: sentence.optional(),
    ...toConfirm,
  }).refine(isNoted, inEnglish),
  ...toConfirm,
}).refine(isNoted, inEnglish);

import { z } from 'zod';

import { parts } from '../policy/parts.ts';
import { plainMessage } from '../policy/plain-issue.ts';
import type { PolicyProblem } from '../policy/validate.ts';
import { agencyKey } from './agency-name.ts';
import type { Route, RoutingTable } from './routing-table.ts';

export type RoutingCheck =
  | { readonly ok: true; readonly routing: Pick<RoutingTable, 'cite' | 'routes'> }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** Text that a database can keep. */
const isText = (text: string) => text.isWellFormed() && !/\p{Cc}/u.test(text);
const words = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most).refine(isText, 'holds a character that is no text');
const day = z.iso.date('must be a calendar date');
/** As `agencyOf` compares them. */
const agencyName = words(120).transform((name) => name.toUpperCase().replace(/\s+/g, ' '));

const route = parts({
  arresting: z.union([z.literal('any'), z.array(agencyName).min(1, 'name at least one agency').max(500)], {
    error: 'name the arresting agencies, or choose any agency',
  }),
  severity: z.array(z.enum(['felony', 'misdemeanor', 'infraction'])).min(1, 'choose at least one severity'),
  agency: words(120),
  from: day.optional(),
  to: day.optional(),
}).refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
  message: 'must not be before the first day',
  path: ['to'],
});

const table = parts({
  cite: z.string().trim().max(300).refine(isText, 'holds a character that is no text'),
  routes: z.array(route).min(1, 'needs at least one line').max(1_000),
});

/**
 * Reads an office's own routing table from JSON: `{cite, routes}`. Refused: a wrong shape, a date that is none, a last day
 * before the first, and a line that can never apply because the lines above it take everything it says.
 */
export function checkRouting(json: unknown): RoutingCheck {
  const parsed = table.safeParse(json, { reportInput: true });
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: issue.code === 'invalid_union' ? issue.message : plainMessage(issue),
    }));
    return { ok: false, problems };
  }
  const { cite, routes } = parsed.data;
  const plain = routes.map(({ arresting, severity, agency, from, to }): Route => ({
    arresting: arresting === 'any' ? arresting : eachOnce(arresting),
    severity: [...new Set(severity)],
    agency,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }));
  const problems = plain.flatMap((one, index) =>
    isTaken(one, plain.slice(0, index))
      ? [{ path: `routes.${index}`, message: 'can never apply: the lines above it take everything it says' }]
      : [],
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, routing: { cite, routes: plain } };
}

/** Each agency once, as it is written first. */
function eachOnce(names: readonly string[]): string[] {
  return [...Map.groupBy(names, agencyKey).values()].flatMap((same) => same.slice(0, 1));
}

/** Whether for each agency and severity one earlier line holds on every day that this one does. */
function isTaken(late: Route, earlier: readonly Route[]): boolean {
  const names = late.arresting === 'any' ? [undefined] : late.arresting;
  return late.severity.every((severity) =>
    names.every((name) => earlier.some((early) => takes(early, name, severity) && holdsThroughout(early, late))),
  );
}

function takes(early: Route, name: string | undefined, severity: Route['severity'][number]): boolean {
  if (!early.severity.includes(severity)) return false;
  return (
    early.arresting === 'any' ||
    (name !== undefined && early.arresting.some((one) => agencyKey(one) === agencyKey(name)))
  );
}

function holdsThroughout(early: Route, late: Route): boolean {
  const begins = early.from === undefined || (late.from !== undefined && early.from <= late.from);
  const ends = early.to === undefined || (late.to !== undefined && early.to >= late.to);
  return begins && ends;
}

import type { ConvictionRow, Decision, Role, State, Work } from '@clearance/contract';
import type { Tone } from '../theme/tokens.ts';

export type Outcome = NonNullable<ConvictionRow['outcome']>;
export type Severity = ConvictionRow['severity'];
/** The sign before a word, for those who tell colours badly and for print. */
export type Sign = 'check' | 'question' | 'arrow' | 'back' | 'cross' | 'dot' | 'ring' | 'clock' | 'down' | 'warning';

/** How a status reads: its word, its tone, its sign. */
export interface StatusWord {
  readonly word: string;
  readonly tone: Tone;
  readonly sign: Sign;
}

/** Where a conviction stands, in the words of the office. */
export const stateWords: Readonly<Record<State, StatusWord>> = {
  imported: { word: 'Imported', tone: 'quiet', sign: 'ring' },
  evaluated: { word: 'To review', tone: 'act', sign: 'dot' },
  needs_facts: { word: 'Needs facts', tone: 'act', sign: 'question' },
  recommended: { word: 'To approve', tone: 'wait', sign: 'clock' },
  returned: { word: 'Returned', tone: 'act', sign: 'back' },
  approved: { word: 'Approved', tone: 'done', sign: 'check' },
  referred: { word: 'Referred', tone: 'plain', sign: 'arrow' },
  challenged: { word: 'Challenged', tone: 'plain', sign: 'warning' },
  excluded: { word: 'Excluded', tone: 'plain', sign: 'cross' },
  released: { word: 'Released', tone: 'done', sign: 'check' },
  filed: { word: 'Filed', tone: 'done', sign: 'check' },
  ordered: { word: 'Ordered', tone: 'done', sign: 'check' },
  confirmed: { word: 'Confirmed', tone: 'done', sign: 'check' },
  sealed: { word: 'Sealed', tone: 'done', sign: 'check' },
  superseded: { word: 'Superseded', tone: 'quiet', sign: 'ring' },
};

/** What the policy says about a conviction. */
export const outcomeWords: Readonly<Record<Outcome, StatusWord>> = {
  dismiss: { word: 'Dismiss', tone: 'done', sign: 'check' },
  reduce: { word: 'Reduce', tone: 'wait', sign: 'down' },
  needs_review: { word: 'Needs review', tone: 'act', sign: 'question' },
  refer: { word: 'Refer', tone: 'plain', sign: 'arrow' },
  not_eligible: { word: 'Not eligible', tone: 'plain', sign: 'cross' },
  out_of_scope: { word: 'Out of scope', tone: 'quiet', sign: 'ring' },
};

/** What was recommended, as a noun: `Dismissal`. */
export const decisionWords: Readonly<Record<Decision, StatusWord>> = {
  dismiss: { word: 'Dismissal', tone: 'done', sign: 'check' },
  reduce: { word: 'Reduction', tone: 'wait', sign: 'down' },
  challenge: { word: 'Challenge', tone: 'act', sign: 'warning' },
  refer: { word: 'Referral', tone: 'plain', sign: 'arrow' },
  exclude: { word: 'Exclusion', tone: 'plain', sign: 'cross' },
};

export const severityWords: Readonly<Record<Severity, StatusWord>> = {
  felony: { word: 'Felony', tone: 'plain', sign: 'dot' },
  misdemeanor: { word: 'Misdemeanor', tone: 'quiet', sign: 'dot' },
  infraction: { word: 'Infraction', tone: 'quiet', sign: 'ring' },
  unknown: { word: 'Severity unknown', tone: 'act', sign: 'question' },
};

/** How a job stands. */
export const workWords: Readonly<Record<Work['state'], StatusWord>> = {
  running: { word: 'Running', tone: 'wait', sign: 'clock' },
  waiting: { word: 'To confirm', tone: 'act', sign: 'question' },
  done: { word: 'Done', tone: 'done', sign: 'check' },
  failed: { word: 'Failed', tone: 'stop', sign: 'warning' },
  cancelled: { word: 'Cancelled', tone: 'plain', sign: 'cross' },
  overtaken: { word: 'Overtaken', tone: 'quiet', sign: 'arrow' },
};

export const roleWords: Readonly<Record<Role, string>> = {
  operator: 'Operator',
  county_admin: 'County administrator',
  reviewer: 'Reviewer',
  approver: 'Approver',
  compliance: 'Compliance officer',
};

/** `Reviewer, Approver`; names that are no role stay as they are. */
export const rolesInWords = (roles: readonly string[]): string =>
  roles.map((role) => (roleWords as Readonly<Record<string, string>>)[role] ?? role).join(', ');

/** `LOS ANGELES` as the state's file writes it → `Los Angeles`. */
export const countyName = (name: string): string =>
  name.toLowerCase().replace(/(^|[\s.'-])\p{L}/gu, (letter) => letter.toUpperCase());

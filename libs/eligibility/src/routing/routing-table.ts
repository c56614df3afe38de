import type { Severity } from '../policy/term.ts';

/** Who prosecutes what an agency arrested for. The first route that applies decides; dates are of conviction. */
export interface Route {
  /** Names as in STP_ORI_DESCR, upper case, single blanks; or any agency, also where none is given. */
  readonly arresting: readonly string[] | 'any';
  readonly severity: readonly Severity[];
  readonly agency: string;
  readonly from?: string;
  readonly to?: string;
}

/** A county's map from arresting to prosecuting agencies, as dated data: it changes over time. */
export interface RoutingTable {
  readonly county: string;
  readonly version: string;
  readonly cite: string;
  readonly routes: readonly Route[];
}

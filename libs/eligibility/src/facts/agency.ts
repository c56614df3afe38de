import type { CellRef, Cycle, LocalDate } from '@clearance/record';

import type { Fact } from '../fact.ts';
import { boundsOf, known, unknown } from '../fact.ts';
import type { Severity } from '../policy/term.ts';
import { severities } from '../policy/term.ts';
import { agencyKey } from '../routing/agency-name.ts';
import type { Route, RoutingTable } from '../routing/routing-table.ts';

/** Nothing in the file answers it: it is the county that has to say. What would be looked up is the arresting agency. */
const NO_TABLE = 'the county has not said which office prosecutes the arrests of which agency';

/**
 * Who prosecutes: the arresting agency of the cycle and the severity, through the county's routing table. Where the
 * severity is unknown the answer is known only if every severity leads to the same agency.
 */
export function agencyOf(
  cycle: Cycle,
  severity: Fact<Severity>,
  date: Fact<LocalDate>,
  table: RoutingTable | undefined,
): Fact<string> {
  const arrests = arrestingAgencies(cycle);
  if (!table) return unknown(NO_TABLE, arrests.cells);
  const cells = [...arrests.cells, ...severity.cells];
  const found = new Set<string>();
  for (const name of arrests.names.length > 0 ? arrests.names : ['']) {
    for (const one of severity.state === 'known' ? [severity.value] : severities) {
      const agency = routed(table, name, one, date);
      if (agency !== undefined) found.add(agency);
      else if (name === '') return unknown('no arresting agency is given for this arrest', cells);
      else return unknown(`the routing table has no prosecutor for ${name}`, cells);
    }
  }
  const [only, ...others] = [...found];
  if (only !== undefined && others.length === 0) return known(only, cells);
  return unknown(
    severity.state === 'known' ? 'the arresting agencies lead to different prosecutors' : 'it depends on the severity',
    cells,
  );
}

function arrestingAgencies(cycle: Cycle): { names: string[]; cells: CellRef[] } {
  const names: string[] = [];
  const cells: CellRef[] = [];
  for (const step of cycle.steps) {
    if (step.kind !== 'arrest') continue;
    const name = step.agency.name.trim().toUpperCase().replace(/\s+/g, ' ');
    const key = agencyKey(name);
    if (names.some((known) => agencyKey(known) === key)) continue;
    names.push(name);
    const line = step.counts[0]?.rows[0]?.line;
    if (line !== undefined) cells.push({ line, column: 'STP_ORI_DESCR' });
  }
  return { names: names.filter((name) => name !== ''), cells };
}

/** The first route that surely applies; none when an earlier one only might. */
function routed(table: RoutingTable, name: string, severity: Severity, date: Fact<LocalDate>): string | undefined {
  const { low, high } = boundsOf(date);
  const arresting = agencyKey(name);
  for (const route of table.routes) {
    if (!concerns(route, arresting, severity)) continue;
    if ((route.from && high && high < route.from) || (route.to && low && low > route.to)) continue;
    const begun = !route.from || (low !== undefined && low >= route.from);
    const notEnded = !route.to || (high !== undefined && high <= route.to);
    return begun && notEnded ? route.agency : undefined;
  }
  return undefined;
}

function concerns(route: Route, arresting: string, severity: Severity): boolean {
  return route.severity.includes(severity) && (route.arresting === 'any' || keysOf(route.arresting).has(arresting));
}

const keys = new WeakMap<readonly string[], ReadonlySet<string>>();

function keysOf(names: readonly string[]): ReadonlySet<string> {
  let found = keys.get(names);
  if (!found) keys.set(names, (found = new Set(names.map(agencyKey))));
  return found;
}

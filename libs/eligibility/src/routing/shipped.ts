import { losAngelesRouting } from './los-angeles.ts';
import type { RoutingTable } from './routing-table.ts';

const tables: readonly RoutingTable[] = [losAngelesRouting];

/** The routing table shipped for a county, by its name in STP_ORI_CNTY_NAME. */
export function routingOf(county: string): RoutingTable | undefined {
  return tables.find((table) => table.county === county);
}

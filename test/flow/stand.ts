import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { query } from '../support/database.ts';
import type { Reachable } from '../support/installation.ts';

const tables = [
  ...['import', 'import_person', 'history_part', 'rejected_row', 'person', 'conviction', 'evaluation', 'determination'],
  ...['bulk_review', 'bulk_review_item', 'recommendation', 'approval', 'work', 'work_chunk', 'audit_export'],
] as const;

/** What a county has at one moment. Two equal ones mean that nothing was left behind in between. */
export interface Stand {
  readonly rows: Readonly<Record<(typeof tables)[number], number>>;
  /** Names below the county's folder of the file store. */
  readonly files: readonly string[];
  /** How often the log says that something was done, by what was done. Refusals may be added; acts may not. */
  readonly acts: Readonly<Record<string, number>>;
}

/** The county's files on disk, whole ones and parts. */
export function filesOf(installation: Reachable, countyId: string): string[] {
  const folder = join(installation.folder, 'files', countyId);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

export async function standOf(installation: Reachable, countyId: string): Promise<Stand> {
  const { superUrl } = installation.database;
  // Parts hold lines, and how a file is cut into them is no difference.
  const countOf = (table: string) => (table === 'history_part' ? 'coalesce(sum(rows), 0)' : 'count(*)');
  const counts = tables.map(
    (table) => `(SELECT ${countOf(table)}::int FROM ${table} WHERE county_id = $1) AS ${table}`,
  );
  const [rows] = await query<Stand['rows']>(superUrl, `SELECT ${counts.join(', ')}`, [countyId]);
  const acts = await query<{ action: string; n: number }>(
    superUrl,
    `SELECT action, count(*)::int AS n FROM audit_entry WHERE county_id = $1 AND outcome = 'success' GROUP BY 1 ORDER BY 1`,
    [countyId],
  );
  if (!rows) throw new Error('A query of counts answers one row.');
  return { rows, files: filesOf(installation, countyId), acts: Object.fromEntries(acts.map((a) => [a.action, a.n])) };
}

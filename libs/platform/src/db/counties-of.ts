import { INSTALLATION_ID } from '../context.ts';
import { rows, type Database } from './in-county.ts';

/** The tenants that have a log: every county, and the installation. */
export async function countiesOf(database: Database): Promise<string[]> {
  const found = await database.inCounty({ countyId: INSTALLATION_ID }, (tx) =>
    rows<{ id: string }>(tx, `SELECT id FROM county ORDER BY id`),
  );
  return found.map(({ id }) => id);
}

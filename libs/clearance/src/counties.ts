import { INSTALLATION_ID, rows, type Database } from '@clearance/platform';

/** The ids of all counties of the installation, in order: a sweep looks at each in a transaction of its own. */
export async function everyCounty(database: Database): Promise<string[]> {
  const found = await database.inCounty({ countyId: INSTALLATION_ID }, (tx) =>
    rows<{ id: string }>(tx, `SELECT id FROM county WHERE kind = 'county' ORDER BY id`),
  );
  return found.map(({ id }) => id);
}

import { one, type Tx } from '@clearance/platform';

/** People per job: a second of work or less, so that at the end no worker waits long for another. */
const CHUNK = 200;

/** The phase in which people's convictions are taken from their histories and determined. */
export const countingPhase = async (tx: Tx, importId: string) => ({
  ...(await chunksOfPeople(tx, importId, 'import.count')),
  title: 'Counting and evaluating',
  nextJob: 'import.finish',
  // From here on convictions count one by one; half a file would be neither the older one nor this.
  cancellable: false,
});

/** Work on everybody in a file, some hundred at a time; people are numbered by their first lines, which are not dense. */
export async function chunksOfPeople(tx: Tx, importId: string, job: string) {
  const people = await one<{ count: number; firstKeys: number[]; lastKey: number }>(
    tx,
    `SELECT count(*)::int AS count, coalesce(max(no), 0) AS "lastKey",
            coalesce(array_agg(no ORDER BY no) FILTER (WHERE place % $2 = 0), '{}') AS "firstKeys"
       FROM (SELECT person_no AS no, row_number() OVER (ORDER BY person_no) - 1 AS place
               FROM import_person WHERE import_id = $1) AS numbered`,
    [importId, CHUNK],
  );
  const { count = 0, firstKeys = [], lastKey = 0 } = people ?? {};
  return { total: count, unit: 'people' as const, chunked: { job, firstKeys, lastKey } };
}

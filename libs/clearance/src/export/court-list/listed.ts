import { csvLine } from '@clearance/audit';
import { rows, type Tx } from '@clearance/platform';
import { buildHistory, COLUMN, parseDojDate, type Conviction, type Dispositions } from '@clearance/record';
import { convictionId, spanText } from '../../conviction/found-conviction.ts';
import { officeDay } from '../../evaluate/open-evaluation.ts';
import { historiesOfPeople, type StoredHistory } from '../../import/history-store.ts';
import { openCii } from '../../import/sealed-cii.ts';

interface Listed {
  readonly id: string;
  readonly personId: string;
  readonly importId: string;
  readonly name: string;
  readonly ciiSealed: Buffer;
  readonly caseNumber: string;
  readonly court: string;
  readonly section: string;
  readonly offense: string;
  readonly severity: string;
  readonly convicted: string | null;
  readonly decision: string | null;
  readonly changed: boolean;
  readonly vanished: boolean;
  readonly approvedAt: Date | null;
  readonly releasedAt: Date;
  readonly policyName: string | null;
  readonly policyVersion: number | null;
}

/** Of the conviction itself, and of what was decided, so that whoever gets the list needs nothing else to find the file. */
export const courtListHeader = csvLine([
  ...['Name', 'Date of birth', 'CII number', 'Case number', 'Court', 'Agency code', 'Section', 'Offense', 'Level'],
  ...['Date of arrest', 'Date of conviction', 'Relief', 'Approved on', 'Released on', 'Policy', 'Policy version'],
  ...['Since then in a newer file', 'Conviction'],
]);

const reliefs: Readonly<Record<string, string>> = { dismiss: 'Dismissal', reduce: 'Reduction' };

/** Places of a list, both counted. */
export interface Places {
  readonly listId: string;
  readonly first: number;
  readonly last: number;
}

/** The lines of some places, in their order. */
export async function linesOf(
  tx: Tx,
  { countyId, dispositions, key }: { countyId: string; key: Buffer; dispositions: Dispositions },
  places: Places,
): Promise<string> {
  const listed = await listedAt(tx, places);
  const histories = await historiesOfPeople(tx, [...new Set(listed.map(({ personId }) => personId))]);
  const facts = new Map(histories.map((history) => [history.personId, factsOf(key, history, dispositions)]));
  return listed
    .map((one) => {
      const { birth, convictions } = facts.get(one.personId) ?? { birth: '', convictions: undefined };
      const found = convictions?.get(one.id);
      return csvLine([
        ...[one.name, birth, openCii(key, { countyId, importId: one.importId, personId: one.personId }, one.ciiSealed)],
        ...[one.caseNumber, one.court, found?.step.agency.code, one.section, one.offense, one.severity],
        ...[
          found?.cycle.date && spanText(found.cycle.date),
          one.convicted,
          reliefs[one.decision ?? ''] ?? one.decision,
        ],
        ...[one.approvedAt && officeDay(one.approvedAt), officeDay(one.releasedAt), one.policyName, one.policyVersion],
        ...[one.vanished ? 'No longer there' : one.changed ? 'Changed' : 'Unchanged', one.id],
      ]);
    })
    .join('');
}

const listedAt = (tx: Tx, { first, last, listId }: Places): Promise<Listed[]> =>
  rows<Listed>(
    tx,
    `SELECT c.id, c.person_id AS "personId", p.import_id AS "importId", p.name, i.cii_sealed AS "ciiSealed",
            c.case_number AS "caseNumber", c.court, c.section, c.offense, c.severity, c.date_text AS convicted, c.decision,
            c.changed, c.vanished, a.at AS "approvedAt", c.since AS "releasedAt", d.policy_version AS "policyVersion",
            pol.body->>'title' AS "policyName"
       FROM court_list_item l
       JOIN conviction c ON c.county_id = l.county_id AND c.id = l.conviction_id
       JOIN person p ON p.county_id = c.county_id AND p.id = c.person_id
       JOIN import_person i ON i.county_id = p.county_id AND i.import_id = p.import_id AND i.person_no = p.person_no
       LEFT JOIN LATERAL (
         SELECT o.at FROM approval o WHERE o.county_id = c.county_id AND o.conviction_id = c.id
          ORDER BY o.round DESC LIMIT 1) a ON true
       LEFT JOIN recommendation r ON r.county_id = c.county_id AND r.id = c.recommendation_id
       LEFT JOIN determination d ON d.county_id = r.county_id AND d.id = r.determination_id
       LEFT JOIN policy pol ON pol.county_id = d.county_id AND pol.version = d.policy_version
      WHERE l.list_id = $1 AND l.no BETWEEN $2 AND $3 ORDER BY l.no`,
    [listId, first, last],
  );

interface Facts {
  readonly birth: string;
  readonly convictions: ReadonlyMap<string, Conviction>;
}

/** What of a person and her convictions stands nowhere but in her history. */
function factsOf(key: Buffer, { personId, rows: kept }: StoredHistory, dispositions: Dispositions): Facts {
  const birth = parseDojDate((kept[0]?.cells[COLUMN.PRI_DOB] ?? '').trim());
  const { convictions } = buildHistory(kept, dispositions);
  return {
    birth: birth ? spanText(birth) : '',
    convictions: new Map(convictions.map((one) => [convictionId(key, personId, one), one])),
  };
}

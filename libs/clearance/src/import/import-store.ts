import { startsOf, type ImportRow, type State } from '@clearance/contract';
import { NOT_SPOKEN_OF, outsideReasons, outsideReasonTexts } from '@clearance/eligibility';
import { one, orderBy, pageOf, type ListQuery, type Page, type Tx } from '@clearance/platform';
import { missingParts } from '@clearance/record';
import { FILES, type ImportFile } from './import-files.ts';
import type { RowsCounted, UnexplainedRow } from './rows-counted.ts';

const leave = startsOf('supersede');
const inStates = (states: readonly State[]) => `(${states.map((state) => `'${state}'`).join(', ')})`;
const counted = (condition: string) => `(count(*) FILTER (WHERE ${condition}))::int`;
/** What a file that waits would do to what stands, so that whoever confirms it knows. By EXCEPT, as in `import.recognize`. */
const leaving = `CASE WHEN i.state = 'waiting' AND i.replaces IS NOT NULL THEN
  (SELECT jsonb_build_object(
      'toReview', ${counted(`c.state IN ${inStates(leave.filter((state) => state !== 'recommended' && state !== 'returned'))}`)},
      'toApprove', ${counted(`c.state = 'recommended'`)}, 'returned', ${counted(`c.state = 'returned'`)},
      'approved', ${counted(`c.state NOT IN ${inStates([...leave, 'superseded'])}`)})
     FROM (SELECT person_id FROM import_person WHERE county_id = i.county_id AND import_id = i.replaces
           EXCEPT SELECT person_id FROM import_person WHERE county_id = i.county_id AND import_id = i.id) AS gone
     JOIN conviction c ON c.county_id = i.county_id AND c.person_id = gone.person_id
    WHERE NOT c.vanished AND c.outcome IS DISTINCT FROM 'out_of_scope') END AS leaving`;
/**
 * What the policy speaks of. One import of a county is done and has convictions of its own to count; what an older one had
 * was counted when it came.
 */
const spokenOf = `CASE
  WHEN i.state = 'done' AND EXISTS (SELECT 1 FROM policy p WHERE p.county_id = i.county_id) THEN
    (SELECT count(*)::int FROM conviction c WHERE c.county_id = i.county_id AND c.import_id = i.id AND NOT c.vanished
        AND coalesce(c.rule_id, '') <> ALL (ARRAY['${NOT_SPOKEN_OF.join("', '")}']))
  WHEN i.state = 'superseded' THEN nullif(i.fresh + i.back + i.unchanged + i.changed, 0) END AS "spokenOf"`;
/** The newest count of the rows of the present file. */
const rowsCounted = `FROM simulation s JOIN policy p ON p.county_id = s.county_id AND p.id = s.base_policy_id
    WHERE s.county_id = i.county_id AND s.import_id = i.id AND s.kind = 'impact' AND s.result -> 'balance' IS NOT NULL AND i.state = 'done'
    ORDER BY s.created_at DESC, s.id`;
const columns = `i.id, i.file_name AS "fileName", ${FILES} AS files, i.bytes::float8 AS bytes, i.sha256,
  CASE WHEN w.state = 'failed' THEN 'failed' ELSE i.state END AS state, i.encoding, i.header,
  i.bytes_read::float8 AS "bytesRead", i.rows, i.rejected, i.people, i.convictions, ${spokenOf},
  i.fresh, i.back, i.unchanged, i.changed, i.vanished,
  (SELECT sum(value::int) FILTER (WHERE key = c.name)::float8 / nullif(sum(value::int), 0)
     FROM jsonb_each_text(i.court_counties)) AS "ownCountyShare",
  (SELECT key FROM jsonb_each_text(i.court_counties) WHERE key <> c.name ORDER BY value::int DESC, key LIMIT 1) AS "otherCounty",
  i.doubts,
  CASE WHEN i.confirmed_at IS NOT NULL THEN
    jsonb_build_object('by', coalesce(confirmer.name, ''), 'at', i.confirmed_at) END AS confirmed,
  (SELECT jsonb_build_object('fileName', o.file_name, 'createdAt', o.created_at, 'people', o.people, 'shared', i.shared_people)
     FROM import o WHERE o.county_id = i.county_id AND o.id = i.replaces) AS replaces, ${leaving},
  (SELECT coalesce(jsonb_agg(r ORDER BY r.count DESC, r.reason), '[]') FROM
     (SELECT reason, count(*)::int AS count FROM rejected_row x WHERE x.county_id = i.county_id AND x.import_id = i.id
       GROUP BY reason) AS r) AS reasons,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('text', key, 'count', value::int) ORDER BY value::int DESC, key), '[]')
     FROM jsonb_each_text(i.unknown_dispositions)) AS "unknownDispositions",
  (SELECT jsonb_build_object('policyVersion', p.version, 'countedAt', s.finished_at, 'counted', s.result -> 'balance')
     ${rowsCounted} LIMIT 1) AS balance,
  coalesce(m.name, '') AS "uploadedBy", i.created_at AS "createdAt", i.finished_at AS "finishedAt",
  i.id AS "workId", w.problem`;
const from = `import i
  JOIN county c ON c.id = i.county_id
  LEFT JOIN member m ON m.county_id = i.county_id AND m.id = i.uploaded_by
  LEFT JOIN member confirmer ON confirmer.county_id = i.county_id AND confirmer.id = i.confirmed_by
  LEFT JOIN work w ON w.county_id = i.county_id AND w.id = i.id`;
const sorts = { createdAt: 'i.created_at', fileName: 'i.file_name', rows: 'i.rows' };

export async function importPage(
  tx: Tx,
  query: ListQuery<{ state?: string | undefined }, keyof typeof sorts>,
): Promise<Page<ImportRow>> {
  const page = await pageOf<Stored>(tx, query, {
    columns,
    from,
    where: `($1::text IS NULL OR i.state = $1)`,
    given: [query.filter?.state ?? null],
    order: orderBy(query, sorts, 'i.created_at DESC', 'i.id'),
  });
  return { ...page, rows: page.rows.map(shown) };
}

export async function importView(tx: Tx, id: string): Promise<ImportRow | undefined> {
  const found = await one<Stored>(tx, `SELECT ${columns} FROM ${from} WHERE i.id = $1`, [id]);
  return found && shown(found);
}

/** An import as it is stored: what the names of its files tell is found when somebody looks. */
type Stored = Omit<ImportRow, 'files' | 'missingParts' | 'balance'> & {
  readonly files: readonly ImportFile[];
  readonly balance: StoredBalance | null;
};

interface StoredBalance {
  readonly policyVersion: number;
  readonly countedAt: string;
  readonly counted: RowsCounted['balance'];
}

function shown({ balance, files, ...row }: Stored): ImportRow {
  const missing = missingParts(files.map(({ name }) => name));
  return {
    ...row,
    balance: balance && balanceShown(balance, row.rejected),
    files: files.map(({ bytes, header, name, unfinished = false }) => ({ bytes, header, name, unfinished })),
    missingParts: missing ? { numbers: [...missing.numbers], of: missing.of ?? null } : null,
  };
}

/** With the rows that could not be read, which are no person's for sure and are counted with the file. */
function balanceShown(
  { counted, countedAt, policyVersion }: StoredBalance,
  rejected: number,
): NonNullable<ImportRow['balance']> {
  const { determination, needsReview, outside, rows, unexplained: notExplained } = counted;
  return {
    ...{ policyVersion, countedAt: new Date(countedAt).toISOString(), rows: rows + rejected },
    ...{ determination, needsReview, unexplained: notExplained, rejected },
    outside: outsideReasons.flatMap((reason) => {
      const count = outside[reason] ?? 0;
      return count > 0 ? [{ reason, says: outsideReasonTexts[reason], count }] : [];
    }),
  };
}

/** The rows of an import that no rule explains, in no order; none before they were counted. Undefined: no such import. */
export async function unexplainedIn(tx: Tx, id: string): Promise<readonly UnexplainedRow[] | undefined> {
  const found = await one<{ named: UnexplainedRow[] | null }>(
    tx,
    `SELECT (SELECT s.result -> 'unexplained' ${rowsCounted} LIMIT 1) AS named FROM import i WHERE i.id = $1`,
    [id],
  );
  return found && (found.named ?? []);
}

/** The import that has this very file already, unless it was cancelled or nothing of it could be read. */
export const importOfFile = (tx: Tx, sha256: string): Promise<{ id: string } | undefined> =>
  one<{ id: string }>(
    tx,
    `SELECT id FROM import WHERE sha256 = $1 AND state NOT IN ('cancelled', 'failed', 'superseded')`,
    [sha256],
  );

/** The import that is not at its end yet; a county has at most one. */
export interface ImportAtWork {
  readonly id: string;
  readonly fileName: string;
  /** `going`: it comes to its end by itself. The others wait for a person, `waiting` for her answer. */
  readonly stands: 'going' | 'waiting' | 'stopped';
}

export const importAtWork = (tx: Tx): Promise<ImportAtWork | undefined> =>
  one<ImportAtWork>(
    tx,
    `SELECT i.id, i.file_name AS "fileName",
            CASE WHEN w.state = 'failed' THEN 'stopped' WHEN i.state = 'waiting' THEN 'waiting' ELSE 'going' END AS stands
       FROM import i LEFT JOIN work w ON w.county_id = i.county_id AND w.id = i.id
      WHERE i.state IN ('reading', 'waiting', 'counting')`,
  );

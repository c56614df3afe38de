/** A kind of file with criminal history that is made to be given out. */
export interface MadeKind {
  /** Its table, which is also its kind of work and what the log calls it. */
  readonly table: 'annotated_export' | 'court_list';
  /** What it is in the table of what was given out. */
  readonly what: 'annotated_file' | 'court_list';
  /** How its names in the file store end. */
  readonly ending: string;
}

export const annotatedExport: MadeKind = { table: 'annotated_export', what: 'annotated_file', ending: 'annotated' };
export const courtList: MadeKind = { table: 'court_list', what: 'court_list', ending: 'court' };

/** How long it can be downloaded. */
export const DAYS_KEPT = 7;
export const MOST_LISTED = 100;

/** The name of one in the file store. */
export const storedAs = ({ ending }: MadeKind, id: string): string => `${id}.${ending}`;

/** `SELECT` of what the contract says of every such file, of table `x` and its work `w`, and of `more` of its own. */
export const selectMade = ({ table, what }: MadeKind, more: string): string => `SELECT x.id, x.purpose, x.recipient,
    CASE WHEN x.expires_at < now() THEN 'expired' WHEN w.state IN ('done', 'failed', 'cancelled') THEN w.state
         ELSE 'running' END AS state,
    w.problem, x.bytes::float8 AS bytes, x.sha256, coalesce(m.name, '') AS by, x.created_at AS "createdAt",
    x.expires_at AS "expiresAt",
    (SELECT count(*)::int FROM dissemination d
      WHERE d.county_id = x.county_id AND d.what = '${what}' AND d.subject_id = x.id) AS downloads, ${more}
  FROM ${table} x JOIN work w ON w.county_id = x.county_id AND w.id = x.id
  LEFT JOIN member m ON m.county_id = x.county_id AND m.id = x.requested_by`;

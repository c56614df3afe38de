import type { DisseminationRow } from '@clearance/contract';
import { orderBy, pageOf, type ListQuery, type Page, type Tx } from '@clearance/platform';

const sorts = { at: 'd.at', people: 'd.people', recipient: 'd.recipient' };

/** Releases of criminal history: who gave what to whom, and what for. */
export const disseminationPage = (
  tx: Tx,
  query: ListQuery<object, keyof typeof sorts>,
): Promise<Page<DisseminationRow>> =>
  pageOf<DisseminationRow>(tx, query, {
    columns: `d.id, d.at, coalesce(m.name, '') AS by, d.what, d.subject_id AS "subjectId", d.people, d.recipient, d.purpose,
      d.sha256`,
    from: `dissemination d LEFT JOIN member m ON m.county_id = d.county_id AND m.id = d.released_by`,
    order: orderBy(query, sorts, 'd.at DESC', 'd.id'),
  });

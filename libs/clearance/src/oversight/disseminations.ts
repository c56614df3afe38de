import { csvLine } from '@clearance/audit';
import type { DisseminationRow } from '@clearance/contract';
import {
  AuditLog,
  Database,
  one,
  orderBy,
  pageOf,
  rows,
  type Ctx,
  type ListQuery,
  type Page,
  type Tx,
} from '@clearance/platform';
import { Injectable } from '@nestjs/common';

const sorts = { at: 'd.at', people: 'd.people', recipient: 'd.recipient' };

const columns = `d.id, d.at, coalesce(m.name, '') AS by, d.what, d.subject_id AS "subjectId", d.people, d.recipient,
  d.purpose, d.sha256`;
const from = `dissemination d LEFT JOIN member m ON m.county_id = d.county_id AND m.id = d.released_by`;

/** Releases of criminal history: who gave what to whom, and what for. */
export const disseminationPage = (
  tx: Tx,
  query: ListQuery<object, keyof typeof sorts>,
): Promise<Page<DisseminationRow>> =>
  pageOf<DisseminationRow>(tx, query, { columns, from, order: orderBy(query, sorts, 'd.at DESC', 'd.id') });

const headers = ['When (UTC)', 'Who', 'What', 'People', 'To whom', 'What for', 'SHA-256'];
const whatWords: Readonly<Record<DisseminationRow['what'], string>> = {
  annotated_file: 'Annotated file',
  court_list: 'List for the court',
  fact_request: 'Request for missing facts',
  rejected_rows: 'Rejected rows of a file',
  simulation_moves: 'Convictions that a policy would move',
};
/** Rows of a download that are read at once. */
const BATCH = 1_000;

/** The releases as a file, oldest first. */
@Injectable()
export class Disseminations {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
  ) {}

  /** Line by line, up to the moment at which it was asked for. That it leaves is on the log before the first byte does. */
  async *csv(ctx: Ctx): AsyncGenerator<string> {
    await this.database.inCounty(ctx, async (tx) => {
      const found = await one<{ lines: number }>(
        tx,
        `SELECT count(*)::int AS lines FROM dissemination WHERE at <= $1`,
        [ctx.now],
      );
      const target = { type: 'dissemination', id: ctx.countyId };
      await this.auditLog.append(tx, ctx, [
        { action: 'dissemination.export', target, detail: { lines: found?.lines ?? 0 } },
      ]);
    });
    // The mark lets spreadsheets read the names as UTF-8.
    yield `\ufeff${csvLine(headers)}`;
    for (let after: Pick<DisseminationRow, 'at' | 'id'> | undefined; ;) {
      const batch = await this.database.inCounty(ctx, (tx) =>
        rows<Omit<DisseminationRow, 'at'> & { at: Date }>(
          tx,
          `SELECT ${columns} FROM ${from}
            WHERE d.at <= $1 AND ($2::timestamptz IS NULL OR (d.at, d.id) > ($2, $3)) ORDER BY d.at, d.id LIMIT ${BATCH}`,
          [ctx.now, after?.at ?? null, after?.id ?? null],
        ),
      );
      if (batch.length === 0) return;
      const shown = batch.map((row) => ({ ...row, at: row.at.toISOString() }));
      yield shown.map(lineOf).join('');
      after = shown.at(-1);
    }
  }
}

const lineOf = ({ at, by, what, people, recipient, purpose, sha256 }: DisseminationRow): string =>
  csvLine([at, by, whatWords[what], people, recipient, purpose, sha256]);

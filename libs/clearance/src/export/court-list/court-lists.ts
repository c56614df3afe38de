import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { courtListBody, CourtListFilter, CourtListMatching, CourtListRow } from '@clearance/contract';
import {
  AuditLog,
  Bell,
  CountyKeys,
  Database,
  FileStore,
  one,
  Refused,
  rows,
  WorkLedger,
  type Ctx,
  type Tx,
} from '@clearance/platform';
import type { z } from 'zod';
import { counted } from '../../counted.ts';
import { officeDay } from '../../evaluate/open-evaluation.ts';
import { countyFileName } from '../../file-name.ts';
import { listsOf, releasedBy } from './released.ts';

const DAYS_KEPT = 7;
const MOST_LISTED = 100;
const nothing = { count: 0, people: 0 };

const select = `SELECT x.id, x.filter, x.count, x.people, x.purpose, x.recipient,
    CASE WHEN x.expires_at < now() THEN 'expired' WHEN w.state IN ('done', 'failed', 'cancelled') THEN w.state ELSE 'running' END AS state,
    w.problem, x.bytes::float8 AS bytes, x.sha256, coalesce(m.name, '') AS by, x.created_at AS "createdAt",
    x.expires_at AS "expiresAt",
    (SELECT count(*)::int FROM dissemination d
      WHERE d.county_id = x.county_id AND d.what = 'court_list' AND d.subject_id = x.id) AS downloads
  FROM court_list x JOIN work w ON w.county_id = x.county_id AND w.id = x.id
  LEFT JOIN member m ON m.county_id = x.county_id AND m.id = x.requested_by`;

/** The name of a list in the file store. */
export const courtListFile = (id: string): string => `${id}.court`;

/** Lists of what was released, for the court: asked for, written by a job, downloaded; to whom and what for in a table. */
@Injectable()
export class CourtLists {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
    private readonly files: FileStore,
    private readonly keys: CountyKeys,
  ) {}

  /** What a list would hold now. */
  async matching(ctx: Ctx, filter: CourtListFilter): Promise<CourtListMatching> {
    const { sql, given } = releasedBy(filter, 1);
    const found = await this.database.inCounty(ctx, (tx) =>
      one<CourtListMatching>(
        tx,
        `WITH already AS (SELECT l.county_id, l.conviction_id, max(x.created_at) AS at FROM ${listsOf} GROUP BY 1, 2)
         SELECT count(*)::int AS count, count(DISTINCT c.person_id)::int AS people, count(a.at)::int AS listed,
                max(a.at) AS "listedAt", (count(*) FILTER (WHERE c.changed AND NOT c.vanished))::int AS changed,
                (count(*) FILTER (WHERE c.vanished))::int AS vanished
           FROM conviction c LEFT JOIN already a ON a.county_id = c.county_id AND a.conviction_id = c.id
          WHERE ${sql}`,
        [...given],
      ),
    );
    return found ?? { ...nothing, listed: 0, listedAt: null, changed: 0, vanished: 0 };
  }

  /** Fixes what is on the list and has it written. Throws `nothing_released`; then nothing is kept. */
  async request(ctx: Ctx, body: z.infer<typeof courtListBody>): Promise<CourtListRow> {
    const { purpose, recipient, ...filter } = body;
    const view = await this.database.inCounty(ctx, async (tx) => {
      const id = randomUUID();
      await tx.query(
        `INSERT INTO court_list (county_id, id, filter, purpose, recipient, requested_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7::timestamptz, $7::timestamptz + make_interval(days => $8))`,
        [
          ...[ctx.countyId, id, JSON.stringify(filter), purpose, recipient],
          ...[ctx.actor.memberId, ctx.now, DAYS_KEPT],
        ],
      );
      const { count, people } = await putOn(tx, id, filter);
      if (count === 0) throw new Refused('nothing_released');
      await tx.query(`UPDATE court_list SET count = $2, people = $3 WHERE id = $1`, [id, count, people]);
      await this.ledger.open(tx, ctx, {
        ...{ id, kind: 'court_list', subjectId: id, total: count, unit: 'convictions', nextJob: 'court_list.write' },
        title: `Writing a list for the court with ${counted(count, 'conviction', 'convictions')}`,
      });
      await this.auditLog.append(tx, ctx, [
        { action: 'court_list.create', target: { type: 'court_list', id }, detail: { convictions: count, people } },
      ]);
      return load(tx, id);
    });
    await this.bell.ring(ctx.countyId, view.id);
    return view;
  }

  list(ctx: Ctx): Promise<CourtListRow[]> {
    return this.database.inCounty(ctx, (tx) =>
      rows<CourtListRow>(tx, `${select} ORDER BY x.created_at DESC, x.id LIMIT ${MOST_LISTED}`),
    );
  }

  /** The bytes of a finished list; the release is on the log, and to whom in its table, before the first of them. */
  async download(ctx: Ctx, id: string): Promise<{ bytes: AsyncGenerator<Buffer>; size: number; name: string }> {
    const { key, name, view } = await this.database.inCounty(ctx, async (tx) => {
      const found = await load(tx, id);
      if (found.state === 'expired') throw new Refused('export_expired');
      if (found.state !== 'done') throw new Refused('export_not_ready');
      const sha256 = found.sha256 ?? '';
      await tx.query(
        `INSERT INTO dissemination (county_id, id, what, subject_id, sha256, people, recipient, purpose, released_by, at)
         VALUES ($1, $2, 'court_list', $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[ctx.countyId, randomUUID(), id, sha256, found.people, found.recipient, found.purpose],
          ...[ctx.actor.memberId, ctx.now],
        ],
      );
      await this.auditLog.append(tx, ctx, [
        { action: 'court_list.download', target: { type: 'court_list', id }, detail: { sha256 } },
      ]);
      const listName = await countyFileName(tx, ctx, ['court-list', officeDay(new Date(found.createdAt))], 'csv');
      return { view: found, key: await this.keys.of(tx, ctx.countyId), name: listName };
    });
    return { bytes: this.files.read(ctx.countyId, key, courtListFile(id)), size: view.bytes ?? 0, name };
  }
}

/** Writes down what is on a list: by court and case, as a clerk has the files. */
async function putOn(tx: Tx, id: string, filter: CourtListFilter): Promise<typeof nothing> {
  const { sql, given } = releasedBy(filter, 2);
  const listed = await one<typeof nothing>(
    tx,
    `WITH released AS (
       SELECT c.county_id, c.id, c.person_id, row_number() OVER (ORDER BY c.court, c.case_number, c.date_from, c.id) AS no
         FROM conviction c WHERE ${sql}),
     listed AS (
       INSERT INTO court_list_item (county_id, list_id, no, conviction_id) SELECT county_id, $1, no, id FROM released)
     SELECT count(*)::int AS count, count(DISTINCT person_id)::int AS people FROM released`,
    [id, ...given],
  );
  return listed ?? nothing;
}

async function load(tx: Tx, id: string): Promise<CourtListRow> {
  const found = await one<CourtListRow>(tx, `${select} WHERE x.id = $1`, [id]);
  if (!found) throw new Refused('not_found');
  return found;
}

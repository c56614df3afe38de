import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { courtListBody, CourtListFilter, CourtListMatching, CourtListRow } from '@clearance/contract';
import { AuditLog, Bell, Database, one, Refused, rows, WorkLedger, type Ctx, type Tx } from '@clearance/platform';
import type { z } from 'zod';
import { counted } from '../../counted.ts';
import { courtList, DAYS_KEPT, MOST_LISTED, selectMade } from '../given-out/made-file.ts';
import { MadeFiles, type GivenDownload } from '../given-out/made-files.ts';
import { listedAt, releasedBy } from './released.ts';

const nothing = { count: 0, people: 0 };
const select = selectMade(courtList, 'x.filter, x.count, x.people');

/** Lists of what was released, for the court: asked for, written by a job, downloaded; to whom and what for in a table. */
@Injectable()
export class CourtLists {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
    private readonly made: MadeFiles,
  ) {}

  /** What a list would hold now. */
  async matching(ctx: Ctx, filter: CourtListFilter): Promise<CourtListMatching> {
    const { sql, given } = releasedBy(filter, 1);
    const found = await this.database.inCounty(ctx, (tx) =>
      one<CourtListMatching>(
        tx,
        `SELECT count(*)::int AS count, count(DISTINCT f.person_id)::int AS people, count(f.at)::int AS listed,
                max(f.at) AS "listedAt", (count(*) FILTER (WHERE f.changed AND NOT f.vanished))::int AS changed,
                (count(*) FILTER (WHERE f.vanished))::int AS vanished
           FROM (SELECT c.person_id, c.changed, c.vanished, ${listedAt} AS at FROM conviction c WHERE ${sql}) AS f`,
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

  /** Throws `export_not_ready`, `export_expired`. */
  download(ctx: Ctx, id: string): Promise<GivenDownload> {
    return this.made.give(ctx, courtList, async (tx) => {
      const file = await load(tx, id);
      return { file, people: file.people, detail: {}, name: 'court-list' };
    });
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

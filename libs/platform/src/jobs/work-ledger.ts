import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Permission, Work, WorkKind } from '@clearance/contract';
import { NIL_ID, type Ctx } from '../context.ts';
import { HELD_BRIEFLY } from '../db/held-briefly.ts';
import { one, type Tx } from '../db/in-county.ts';
import { Refused } from '../refused.ts';
import { rightsOf } from './work-rights.ts';

/** A stretch of keys (people, conviction positions, …) that one job works on; both ends counted. */
export interface Chunk {
  readonly no: number;
  readonly firstKey: number;
  readonly lastKey: number;
}

export interface NewWork {
  readonly id?: string;
  readonly kind: WorkKind;
  readonly subjectId: string;
  readonly title: string;
  readonly total: number;
  readonly unit: Work['unit'];
  /** The job to ring: at once, or when every chunk is done. */
  readonly nextJob: string;
  /** The job that does one chunk; its chunks go from 1 to `keys` in steps of `chunkSize`, or begin as told. */
  readonly chunked?: Chunked;
  /** Any one of these may end it and let it go on; those of its kind unless told. */
  readonly rights?: readonly Permission[];
  /** False where what was begun has to come to its end. */
  readonly cancellable?: boolean;
}
export type Chunked = { readonly job: string } & (
  | { readonly keys: number; readonly chunkSize: number }
  /** Of keys that are not dense: each chunk ends where the next one begins, and the last at `lastKey`. */
  | { readonly firstKeys: readonly number[]; readonly lastKey: number }
);

export interface OpenWork {
  readonly id: string;
  readonly kind: WorkKind;
  readonly subjectId: string;
  readonly startedBy: string;
  readonly nextJob: string;
}

/** Somebody ended the work while a job was at it; no fault, and nothing of the job is kept. */
export class WorkEnded extends Error {}

const whyNot: Readonly<Record<Exclude<Work['state'], 'failed' | 'cancelled'>, string>> = {
  running: 'it is running',
  waiting: 'it waits for a confirmation',
  done: 'it is done',
  overtaken: 'something newer took its place',
};

/** While a county is suspended its work rests; the reconciler rings for it again once the county is let back. */
const COUNTY_ACTIVE = `EXISTS (SELECT 1 FROM county k WHERE k.id = w.county_id AND k.status = 'active')`;

/** A job that cannot go on, with the reason in words: `it is done`. */
export const cannotGoOn = (why: string): Refused => new Refused('work_not_resumable', { why });

/**
 * The ledger of long work: what there is to do, what is done, what is left. Jobs are only doorbells; whatever they do
 * is marked here in the transaction that has the effect, so a job that comes twice finds nothing left to do.
 */
@Injectable()
export class WorkLedger {
  /**
   * Opens a piece of work. Ring its bell after the commit. Whoever suspends the person at this moment waits until it is
   * open, and ends it.
   */
  async open(tx: Tx, ctx: Ctx, work: NewWork): Promise<string> {
    const id = work.id ?? randomUUID();
    await tx.query(`SELECT 1 FROM member WHERE id = $1 FOR SHARE`, [ctx.actor.memberId]);
    await tx.query(
      `INSERT INTO work (county_id, id, kind, subject_id, title, state, total, unit, started_by, next_job, chunk_job, rights,
                         cancellable)
       VALUES ($1, $2, $3, $4, $5, 'running', $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[ctx.countyId, id, work.kind, work.subjectId, work.title, work.total, work.unit],
        ...[ctx.actor.memberId, work.nextJob, work.chunked?.job ?? null],
        ...[work.rights ?? rightsOf[work.kind], work.cancellable ?? true],
      ],
    );
    if (work.chunked) await this.addChunks(tx, ctx.countyId, id, work.chunked);
    return id;
  }

  /**
   * Turns to the next phase of the same work: a new title, total and jobs. `startedBy` is who made it begin anew after
   * it had ended.
   */
  async turnTo(
    tx: Tx,
    countyId: string,
    id: string,
    phase: Omit<NewWork, 'id' | 'kind' | 'subjectId' | 'rights'> & { readonly startedBy?: string },
  ): Promise<void> {
    await tx.query(`DELETE FROM work_chunk WHERE work_id = $1`, [id]);
    await tx.query(
      `UPDATE work SET title = $2, total = $3, unit = $4, next_job = $5, chunk_job = $6, done = 0, state = 'running',
              failures = 0, finished_at = NULL, started_by = coalesce($7, started_by), updated_at = clock_timestamp(),
              began_at = clock_timestamp(), began_done = 0, cancellable = $8, resumable = true, problem = NULL
        WHERE id = $1`,
      [
        ...[id, phase.title, phase.total, phase.unit, phase.nextJob, phase.chunked?.job ?? null],
        ...[phase.startedBy ?? null, phase.cancellable ?? true],
      ],
    );
    if (phase.chunked) await this.addChunks(tx, countyId, id, phase.chunked);
  }

  /** The work while it is running; undefined when it is finished, waiting or unknown. Locks its row. */
  async running(tx: Tx, id: string): Promise<OpenWork | undefined> {
    return one<OpenWork>(
      tx,
      `SELECT id, kind, subject_id AS "subjectId", started_by AS "startedBy", next_job AS "nextJob"
         FROM work w WHERE id = $1 AND state = 'running' AND ${COUNTY_ACTIVE} FOR UPDATE`,
      [id],
    );
  }

  /** Whether every chunk of the work is done. */
  async chunksDone(tx: Tx, id: string): Promise<boolean> {
    const left = await one<{ no: number }>(
      tx,
      `SELECT no FROM work_chunk WHERE work_id = $1 AND done_at IS NULL LIMIT 1`,
      [id],
    );
    return left === undefined;
  }

  /**
   * Takes one open chunk of running work; undefined when it is done, or in the hands of another worker at this moment.
   */
  async take(tx: Tx, id: string, no: number): Promise<(Chunk & OpenWork) | undefined> {
    return one<Chunk & OpenWork>(
      tx,
      `SELECT c.no, c.first_key::int AS "firstKey", c.last_key::int AS "lastKey", w.id, w.kind,
              w.subject_id AS "subjectId", w.started_by AS "startedBy", w.next_job AS "nextJob"
         FROM work_chunk c JOIN work w ON w.county_id = c.county_id AND w.id = c.work_id
        WHERE c.work_id = $1 AND c.no = $2 AND c.done_at IS NULL AND w.state = 'running' AND ${COUNTY_ACTIVE}
          FOR UPDATE OF c SKIP LOCKED`,
      [id, no],
    );
  }

  /** Marks the chunk done in the transaction that had its effect, and moves the progress on. */
  async done(tx: Tx, id: string, no: number, amount: number): Promise<void> {
    await tx.query(`UPDATE work_chunk SET done_at = clock_timestamp() WHERE work_id = $1 AND no = $2`, [id, no]);
    await this.advance(tx, id, amount);
  }

  /** Throws `WorkEnded`, so that the effect is rolled back, when the work was ended while this was being done. */
  async advance(tx: Tx, id: string, amount: number): Promise<void> {
    const moved = await one(
      tx,
      `UPDATE work SET done = done + $2, failures = 0, updated_at = clock_timestamp()
        WHERE id = $1 AND state = 'running' RETURNING id, ${HELD_BRIEFLY}`,
      [id, amount],
    );
    if (!moved) throw new WorkEnded();
  }

  /**
   * Progress of work that is begun again from its beginning: it never goes back and never counts twice, and an attempt
   * that comes no further than the one before has made none.
   */
  async reach(tx: Tx, id: string, done: number): Promise<void> {
    const moved = await one(
      tx,
      `UPDATE work SET done = greatest(done, $2), failures = CASE WHEN $2 > done THEN 0 ELSE failures END,
              updated_at = clock_timestamp()
        WHERE id = $1 AND state = 'running' RETURNING id, ${HELD_BRIEFLY}`,
      [id, done],
    );
    if (!moved) throw new WorkEnded();
  }

  /**
   * Ends work on somebody's word: what is done stays done, and of the rest nothing is committed any more, also by whoever
   * is at it. `resumable` is false where what it would go on from is thrown away. Locks its row. Throws
   * `work_not_cancellable` when it has ended, or has to come to its end.
   */
  async stop(
    tx: Tx,
    id: string,
    { resumable = true, title }: { resumable?: boolean; title?: string } = {},
  ): Promise<void> {
    const open = await one<{ cancellable: boolean }>(
      tx,
      `SELECT cancellable FROM work WHERE id = $1 AND state IN ('running', 'waiting', 'failed') FOR UPDATE`,
      [id],
    );
    if (!open) throw new Refused('work_not_cancellable', { why: 'it has ended' });
    if (!open.cancellable) throw new Refused('work_not_cancellable', { why: 'what it does is due and has to be done' });
    await tx.query(
      `UPDATE work SET state = 'cancelled', problem = NULL, resumable = $2, title = coalesce($3, title), updated_at = clock_timestamp(),
              finished_at = clock_timestamp() WHERE id = $1`,
      [id, resumable, title ?? null],
    );
  }

  /**
   * Lets work go on that failed or was cancelled: what is marked done stays done, the rest is rung again. Answers what it
   * was. Ring its bell after the commit. Locks its row, so that of two only one resumes it. `by` is in whose name it goes
   * on; that of whoever started it unless told. Throws `work_not_resumable`.
   */
  async resume(tx: Tx, id: string, by?: string): Promise<'failed' | 'cancelled'> {
    const was = await one<{ state: Work['state']; resumable: boolean }>(
      tx,
      `SELECT state, resumable FROM work WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (was?.state !== 'failed' && was?.state !== 'cancelled') throw cannotGoOn(whyNot[was?.state ?? 'done']);
    if (!was.resumable) throw cannotGoOn('what it would go on from is gone. Start it again');
    await tx.query(
      `UPDATE work SET state = 'running', failures = 0, problem = NULL, finished_at = NULL, began_at = clock_timestamp(),
              began_done = done, updated_at = clock_timestamp(), started_by = coalesce($2, started_by) WHERE id = $1`,
      [id, by ?? null],
    );
    return was.state;
  }

  /** Says of work that was ended why it was. */
  async endedBecause(tx: Tx, id: string, why: string): Promise<void> {
    await tx.query(`UPDATE work SET problem = $2 WHERE id = $1 AND state = 'cancelled'`, [id, why]);
  }

  /** Lets work go on without the name of whoever started it. What fails of it at this moment is not counted against it. */
  async handOver(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `UPDATE work SET started_by = $2, failures = 0, began_at = clock_timestamp(), began_done = done WHERE id = $1`,
      [id, NIL_ID],
    );
  }

  /** The present phase is done anew from its beginning, whatever was done of it. */
  async anew(tx: Tx, id: string): Promise<void> {
    await tx.query(`UPDATE work SET done = 0, began_done = 0 WHERE id = $1 AND chunk_job IS NULL`, [id]);
  }

  /**
   * Something newer takes the place of this work: whoever is at it commits nothing any more, and nobody resumes it. One
   * that was cancelled stays that. `why` is read by people. Answers how far it came; undefined when it had ended.
   */
  overtake(tx: Tx, id: string, why: string): Promise<{ done: number; total: number } | undefined> {
    return one(
      tx,
      `UPDATE work SET state = CASE state WHEN 'cancelled' THEN state ELSE 'overtaken' END, problem = $2, resumable = false,
              updated_at = clock_timestamp(), finished_at = coalesce(finished_at, clock_timestamp())
        WHERE id = $1 AND resumable AND state IN ('running', 'failed', 'cancelled')
       RETURNING done::float8 AS done, total::float8 AS total`,
      [id, why],
    );
  }

  /**
   * Ends the work, or parks it (`waiting`) until somebody answers a question. `resumable` is false where it would come to
   * the same end again.
   */
  async end(
    tx: Tx,
    id: string,
    state: 'done' | 'failed' | 'cancelled' | 'waiting',
    more: { problem?: string; title?: string; resumable?: boolean } = {},
  ): Promise<void> {
    await tx.query(
      `UPDATE work SET state = $2, problem = $3, title = coalesce($4, title), updated_at = clock_timestamp(),
              done = CASE WHEN $2 = 'done' THEN total ELSE done END, resumable = coalesce($5, resumable),
              finished_at = CASE WHEN $2 = 'waiting' THEN NULL ELSE clock_timestamp() END
        WHERE id = $1`,
      [id, state, more.problem ?? null, more.title ?? null, more.resumable ?? null],
    );
  }

  private async addChunks(tx: Tx, countyId: string, id: string, chunked: Chunked): Promise<void> {
    if ('firstKeys' in chunked) {
      await tx.query(
        `INSERT INTO work_chunk (county_id, work_id, no, first_key, last_key)
         SELECT $1, $2, n - 1, first, coalesce(lead(first) OVER (ORDER BY n) - 1, $4)
           FROM unnest($3::int[]) WITH ORDINALITY AS t (first, n)`,
        [countyId, id, chunked.firstKeys, chunked.lastKey],
      );
      return;
    }
    const { keys, chunkSize } = chunked;
    await tx.query(
      `INSERT INTO work_chunk (county_id, work_id, no, first_key, last_key)
       SELECT $1, $2, n, n * $4::bigint + 1, least((n + 1) * $4::bigint, $3::bigint)
         FROM generate_series(0, (($3::bigint + $4::bigint - 1) / $4::bigint - 1)::int) AS n`,
      [countyId, id, keys, chunkSize],
    );
  }
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Work, WorkKind } from '@clearance/contract';
import type { Ctx } from '../context.ts';
import { HELD_BRIEFLY } from '../db/held-briefly.ts';
import { one, type Tx } from '../db/in-county.ts';
import { Refused } from '../refused.ts';

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

/**
 * The ledger of long work: what there is to do, what is done, what is left. Jobs are only doorbells; whatever they do
 * is marked here in the transaction that has the effect, so a job that comes twice finds nothing left to do.
 */
@Injectable()
export class WorkLedger {
  /** Opens a piece of work. Ring its bell after the commit. */
  async open(tx: Tx, ctx: Ctx, work: NewWork): Promise<string> {
    const id = work.id ?? randomUUID();
    await tx.query(
      `INSERT INTO work (county_id, id, kind, subject_id, title, state, total, unit, started_by, next_job, chunk_job)
       VALUES ($1, $2, $3, $4, $5, 'running', $6, $7, $8, $9, $10)`,
      [
        ...[ctx.countyId, id, work.kind, work.subjectId, work.title, work.total, work.unit],
        ...[ctx.actor.memberId, work.nextJob, work.chunked?.job ?? null],
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
    phase: Omit<NewWork, 'id' | 'kind' | 'subjectId'> & { readonly startedBy?: string },
  ): Promise<void> {
    await tx.query(`DELETE FROM work_chunk WHERE work_id = $1`, [id]);
    await tx.query(
      `UPDATE work SET title = $2, total = $3, unit = $4, next_job = $5, chunk_job = $6, done = 0, state = 'running',
              failures = 0, finished_at = NULL, started_by = coalesce($7, started_by), updated_at = clock_timestamp()
        WHERE id = $1`,
      [
        ...[id, phase.title, phase.total, phase.unit, phase.nextJob, phase.chunked?.job ?? null],
        phase.startedBy ?? null,
      ],
    );
    if (phase.chunked) await this.addChunks(tx, countyId, id, phase.chunked);
  }

  /** The work while it is running; undefined when it is finished, waiting or unknown. Locks its row. */
  async running(tx: Tx, id: string): Promise<OpenWork | undefined> {
    return one<OpenWork>(
      tx,
      `SELECT id, kind, subject_id AS "subjectId", started_by AS "startedBy", next_job AS "nextJob"
         FROM work WHERE id = $1 AND state = 'running' FOR UPDATE`,
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
        WHERE c.work_id = $1 AND c.no = $2 AND c.done_at IS NULL AND w.state = 'running'
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

  /** Progress of work that is begun again from its beginning: it never goes back and never counts twice. */
  async reach(tx: Tx, id: string, done: number): Promise<void> {
    const moved = await one(
      tx,
      `UPDATE work SET done = greatest(done, $2), failures = 0, updated_at = clock_timestamp()
        WHERE id = $1 AND state = 'running' RETURNING id, ${HELD_BRIEFLY}`,
      [id, done],
    );
    if (!moved) throw new WorkEnded();
  }

  /**
   * Ends work on somebody's word: what is done stays done, and of the rest nothing is committed any more, also by whoever
   * is at it. Locks its row. Throws `work_not_cancellable` when it has ended.
   */
  async stop(tx: Tx, id: string): Promise<void> {
    const stopped = await one(
      tx,
      `UPDATE work SET state = 'cancelled', problem = NULL, updated_at = clock_timestamp(), finished_at = clock_timestamp()
        WHERE id = $1 AND state IN ('running', 'waiting', 'failed') RETURNING id`,
      [id],
    );
    if (!stopped) throw new Refused('work_not_cancellable', { why: 'it has ended' });
  }

  /** Ends the work, or parks it (`waiting`) until somebody answers a question. */
  async end(
    tx: Tx,
    id: string,
    state: 'done' | 'failed' | 'cancelled' | 'waiting',
    more: { problem?: string; title?: string } = {},
  ): Promise<void> {
    await tx.query(
      `UPDATE work SET state = $2, problem = $3, title = coalesce($4, title), updated_at = clock_timestamp(),
              done = CASE WHEN $2 = 'done' THEN total ELSE done END,
              finished_at = CASE WHEN $2 = 'waiting' THEN NULL ELSE clock_timestamp() END
        WHERE id = $1`,
      [id, state, more.problem ?? null, more.title ?? null],
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

import { setInterval, clearInterval } from 'node:timers';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { now } from '../clock.ts';
import { INSTALLATION_ID, systemCtx } from '../context.ts';
import { Database, one, rows } from '../db/in-county.ts';
import { FileFaults } from '../files/file-faults.ts';
import { LOG, type Log } from '../log.ts';
import { Mailer } from '../mail/mailer.ts';
import { Bell } from './bell.ts';
import { failureWords, isDiskFull } from './failure-words.ts';
import { JobRegistry, jobData } from './job-handler.ts';
import { JobQueue, type JobData } from './queue.ts';
import { WorkEnded } from './work-ledger.ts';

/** Whether nothing has moved for `seconds`. A time later than now was written before the clock was set back and tells nothing. */
const stalledFor = (seconds: string): string => {
  const past = (column: string) => `CASE WHEN ${column} <= clock_timestamp() THEN ${column} END`;
  return `coalesce(greatest(${past('updated_at')}, ${past('rung_at')}) < clock_timestamp() - make_interval(secs => ${seconds}), true)`;
};

/** A job that fails this often in a row stops its work, and on a full disk at once; a person reads why and resumes it. */
const FAILURES = 5;

/** Takes jobs from the queue, and rings again for every open work that has made no progress. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private timers: NodeJS.Timeout[] = [];
  private reconciling: Promise<void> | undefined;
  private sweeping: Promise<void> | undefined;

  constructor(
    private readonly queue: JobQueue,
    private readonly registry: JobRegistry,
    private readonly database: Database,
    private readonly bell: Bell,
    private readonly mailer: Mailer,
    private readonly fileFaults: FileFaults,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** `names` are all jobs that may be rung; each must have its handler before the first is taken. */
  start(names: readonly string[]): void {
    this.registry.expect(names);
    this.queue.work((name, data) => this.run(name, jobData.parse(data)));
    const tick = () => {
      this.reconciling ??= this.reconcile()
        .catch((error: unknown) => this.log.error({ err: error }, 'reconciling failed'))
        .finally(() => (this.reconciling = undefined));
    };
    const sweep = () => {
      this.sweeping ??= this.sweep().finally(() => (this.sweeping = undefined));
    };
    this.timers = [
      // Twice in that time, so that nothing waits for much longer than it.
      setInterval(tick, this.config.reconcileSeconds * 500),
      setInterval(sweep, this.config.sweepSeconds * 1000),
    ];
    tick();
    sweep();
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.reconciling;
    await this.sweeping;
  }

  private async run(name: string, data: JobData): Promise<void> {
    let beganAt: string | undefined;
    try {
      beganAt = await this.beganAt(data);
      await this.registry.handlerOf(name).run(data);
    } catch (error) {
      if (error instanceof WorkEnded) return;
      this.log.error({ job: name, workId: data.id, chunk: data.chunk, err: error }, 'job failed');
      await this.noteFailure(data, beganAt, error).catch((fault: unknown) =>
        this.log.error({ err: fault }, 'failure not noted'),
      );
    }
  }

  /** When the present phase of the work began or went on, to the microsecond; undefined when there is no such work. */
  private async beganAt(data: JobData): Promise<string | undefined> {
    const sql = `SELECT began_at::text AS at FROM work WHERE id = $1`;
    return (await this.database.inCounty(data, (tx) => one<{ at: string }>(tx, sql, [data.id])))?.at;
  }

  /** Does not count what was begun before somebody resumed the work: the cause may be mended since. */
  private async noteFailure(data: JobData, beganAt: string | undefined, error: unknown): Promise<void> {
    const failed = await this.database.inCounty(data, (tx) =>
      one<{ state: string }>(
        tx,
        `UPDATE work SET failures = failures + 1, updated_at = clock_timestamp(),
                state = CASE WHEN failures + 1 >= $2 THEN 'failed' ELSE state END,
                problem = CASE WHEN failures + 1 >= $2 THEN $3 ELSE problem END,
                finished_at = CASE WHEN failures + 1 >= $2 THEN clock_timestamp() END
          WHERE id = $1 AND state = 'running' AND began_at = $4::timestamptz RETURNING state`,
        [data.id, isDiskFull(error) ? 1 : FAILURES, failureWords(error), beganAt],
      ),
    );
    // Once, and not for each attempt.
    if (failed?.state === 'failed') await this.fileFaults.note(systemCtx(data.countyId, data.id, now()), error);
  }

  private async sweep(): Promise<void> {
    for (const sweeper of this.registry.sweepers) {
      await sweeper.sweep().catch((error: unknown) => this.log.error({ err: error }, 'a sweep failed'));
    }
  }

  private async reconcile(): Promise<void> {
    const seconds = this.config.reconcileSeconds;
    const stalled = await this.database.inCounty({ countyId: INSTALLATION_ID }, (tx) =>
      rows<{ county_id: string; id: string }>(
        tx,
        `SELECT county_id, id FROM work WHERE state = 'running'
            AND ${stalledFor('$1')}`,
        [seconds],
      ),
    );
    for (const { county_id: countyId, id } of stalled) {
      // Of several workers that see the same stalled work, one rings.
      const mine = await this.database.inCounty({ countyId }, (tx) =>
        one<{ id: string }>(
          tx,
          `UPDATE work SET rung_at = clock_timestamp() WHERE id = $1 AND state = 'running'
              AND ${stalledFor('$2')} RETURNING id`,
          [id, seconds],
        ),
      );
      if (mine) await this.bell.ring(countyId, id);
    }
    await this.mailer.sweep();
  }
}

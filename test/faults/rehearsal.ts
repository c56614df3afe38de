import { randomUUID } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import type { BulkReviewRow } from '@clearance/contract';
import { hasEnded } from '../../apps/local/src/child.ts';
import { lookAt, startBulk } from '../flow/deciding.ts';
import { hold, waitingSessions, type Held } from '../flow/holding.ts';
import { signIn, type Client } from '../support/client.ts';
import { PASSWORD } from '../support/county.ts';
import { copyOf, dropDatabase, query, type TestDatabase } from '../support/database.ts';
import { startProcesses, type ProcessOptions, type Processes } from '../support/processes.ts';
import { until } from '../support/until.ts';
import { waiting, type Ground } from './ground.ts';
import { verdictOn, type Verdict } from './verdict.ts';

/** A bulk approval about to begin, in real processes, and the hands that disturb it. */
export interface Scene {
  readonly processes: Processes;
  readonly superUrl: string;
  readonly approver: Client;
  readonly ground: Ground;
  /** Starts the bulk approval, always under the same request key; answers its id. */
  click(): Promise<string>;
  /** How many convictions the work is through with. */
  done(): Promise<number>;
  /** How the work stands; `none` before the click. */
  state(): Promise<string>;
  /** Has whoever writes to the table wait, with what it wrote before not committed. */
  hold(table: string): Promise<Held>;
  /** Waits until somebody waits for the table. */
  someoneWaits(table: string): Promise<void>;
  alive(): ChildProcess[];
  kill(child: ChildProcess): Promise<void>;
}

/** What is done to a bulk approval: it begins it itself, and answers in a few words what it did. */
export type Disturbance = (scene: Scene) => Promise<string>;

export interface Circumstances extends Pick<ProcessOptions, 'redis' | 'env' | 'preload'> {
  /** Where the processes find the database; where it is, unless told. */
  readonly through?: (database: TestDatabase) => TestDatabase;
  /** Done to the copy of the ground before anything starts. */
  readonly sql?: string;
  readonly tablespace?: string;
  /** Whether it is looked for that nobody rings for it any more; else it is waited for as long as it moves. */
  readonly mayBePassedOver?: boolean;
  /** Done when everything is judged and stopped. */
  readonly after?: () => Promise<void>;
}

const WORKERS = 2;

/** Carries one bulk approval out on a copy of the ground, disturbs it, and judges what is left. Timings are the product's own. */
export async function rehearse(
  ground: Ground,
  disturb: Disturbance,
  { through = (same) => same, sql, tablespace, mayBePassedOver = false, after, ...options }: Circumstances = {},
): Promise<Verdict> {
  const database = through(await copyOf(ground.database, tablespace));
  let processes: Processes | undefined;
  try {
    if (sql) await query(database.superUrl, sql);
    const env = {
      MASTER_KEY: ground.masterKey,
      RECONCILE_SECONDS: undefined,
      SWEEP_SECONDS: undefined,
      ...options.env,
    };
    processes = await startProcesses({ ...options, workers: WORKERS, database, env });
    const started = processes;
    await until(() => started.logged('worker').split('worker takes jobs').length > WORKERS);
    const scene = await sceneIn(processes, database.superUrl, ground);
    const did = await disturb(scene);
    return await verdictOn({ ...scene, did, mayBePassedOver });
  } finally {
    await processes?.stop();
    await dropDatabase(database);
    await after?.();
  }
}

async function sceneIn(processes: Processes, superUrl: string, ground: Ground): Promise<Scene> {
  const approver = await signIn(processes.base, ground.approver, PASSWORD);
  const seen = await lookAt(approver, waiting);
  const key = randomUUID();
  const work = async () =>
    (
      await query<{ done: number; state: string }>(
        superUrl,
        `SELECT done::int AS done, state FROM work WHERE kind = 'bulk_review' ORDER BY created_at DESC LIMIT 1`,
      )
    )[0] ?? { done: 0, state: 'none' };
  return {
    ...{ processes, superUrl, approver, ground },
    click: async () => {
      const { status, body } = await startBulk<BulkReviewRow>(approver, { verb: 'approve' }, waiting, seen, key);
      if (status !== 202) throw new Error(`The bulk approval was refused: ${JSON.stringify(body)}`);
      return body.id;
    },
    done: async () => (await work()).done,
    state: async () => (await work()).state,
    hold: (table) => hold(superUrl, `LOCK TABLE ${table} IN SHARE MODE`),
    someoneWaits: async (table) => {
      await until(() => waitingSessions(superUrl, table));
    },
    alive: () => processes.workers.filter((worker) => !hasEnded(worker)),
    kill: async (child) => {
      child.kill('SIGKILL');
      await until(() => hasEnded(child));
    },
  };
}

import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf } from '../flow/oracle.ts';
import { query } from '../support/database.ts';
import { root } from '../support/installation.ts';
import { stopwatch, until } from '../support/until.ts';
import { naturalState, type Holding } from './natural-state.ts';
import type { Scene } from './rehearsal.ts';
import { unguarded } from './unguarded.ts';

/** What a disturbed bulk approval left behind. */
export interface Verdict {
  /** Convictions in it. */
  readonly of: number;
  /** What was done to it. */
  readonly did: string;
  /** Convictions without their approval, and approvals beyond one for each conviction; the same of entries on the log. */
  readonly lost: number;
  readonly doubled: number;
  /** How it ended: `passed over` where nobody rings for it any more, and what was asked for later is done. */
  readonly ended: string;
  /** How long it took from the last blow until it ended, in words: it is told and not judged. */
  readonly took: string;
  readonly state: Readonly<Record<string, Holding>>;
  /** What the oracle says against it. */
  readonly faults: readonly string[];
  /** Acts that could be written down a second time. */
  readonly unguarded: readonly string[];
}

/** Waits until the bulk approval has ended, and looks at everything that it left. The last blow was a moment ago. */
export async function verdictOn(
  scene: Scene & { readonly did: string; readonly mayBePassedOver: boolean },
): Promise<Verdict> {
  const { superUrl, ground, did, mayBePassedOver } = scene;
  const sinceTheBlow = stopwatch();
  const ended = await until(
    async () => {
      const state = await scene.state();
      if (state !== 'running') return state;
      return mayBePassedOver && (await isPassedOver(scene)) && 'passed over';
    },
    { every: 25, moves: () => scene.done() },
  );
  const took = sinceTheBlow();
  const count = async (from: string) => {
    const [found] = await query<{ all: number; different: number }>(
      superUrl,
      `SELECT count(*)::int AS all, count(DISTINCT id)::int AS different FROM (${from}) AS t`,
      [ground.countyId],
    );
    return { lost: ground.count - (found?.different ?? 0), doubled: (found?.all ?? 0) - (found?.different ?? 0) };
  };
  const acts = await count(`SELECT conviction_id AS id FROM approval WHERE county_id = $1`);
  const entries = await count(
    `SELECT target_id AS id FROM audit_entry WHERE county_id = $1 AND action = 'approval.approve' AND outcome = 'success'`,
  );
  return {
    ...{ of: ground.count, did, ended, took },
    lost: Math.max(acts.lost, entries.lost),
    doubled: Math.max(acts.doubled, entries.doubled),
    state: await naturalState(superUrl, ground.countyId),
    faults: await faultsOf(superUrl, ground.countyId),
    unguarded: await unguarded(superUrl),
  };
}

/** So many later jobs have to be done before it is said of an earlier one that nobody rings for it. */
const LATER_JOBS = 3;

/** Whether other work of the county, asked for now and done by the same workers, overtakes the bulk approval and leaves it as it is. */
async function isPassedOver({ superUrl, approver, ...scene }: Scene): Promise<boolean> {
  const before = await scene.done();
  for (let year = 0; year < LATER_JOBS; year += 1) {
    const { status, body } = await approver.post<{ workId: string }>('/api/impact', { asOf: `${2030 + year}-01-01` });
    if (status >= 300) throw new Error(`The count of the figures was refused: ${JSON.stringify(body)}`);
    await until(
      async () => (await query(superUrl, `SELECT 1 FROM work WHERE id = $1 AND state = 'done'`, [body.workId])).length,
    );
  }
  return (await scene.state()) === 'running' && (await scene.done()) === before;
}

const report = join(root, 'test-output', 'faults.txt');

/** Says a line about what was rehearsed, on the screen and in `test-output/faults.txt`. */
export function say(line: string): void {
  mkdirSync(join(root, 'test-output'), { recursive: true });
  appendFileSync(report, `${line}\n`);
  process.stdout.write(`${line}\n`);
}

/** Says how a rehearsal ended. */
export function tell(
  name: string,
  { of, did, lost, doubled, ended, took }: Omit<Verdict, 'state' | 'faults' | 'unguarded'>,
) {
  say(`${name}: n = ${of}, ${did}, lost ${lost}, doubled ${doubled}, ${ended} after ${took}`);
}

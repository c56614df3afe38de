import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf } from '../flow/oracle.ts';
import { query } from '../support/database.ts';
import { root } from '../support/installation.ts';
import { until } from '../support/until.ts';
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
  /** Seconds from the last blow until it was done; undefined when that took too long. */
  readonly seconds: number | undefined;
  readonly state: Readonly<Record<string, Holding>>;
  /** What the oracle says against it. */
  readonly faults: readonly string[];
  /** Acts that could be written down a second time. */
  readonly unguarded: readonly string[];
}

/** Waits until the bulk approval is done, and looks at everything that it left. `since` is the moment of the last blow. */
export async function verdictOn(
  scene: Scene & { readonly did: string; readonly since: number; readonly within: number },
): Promise<Verdict> {
  const { superUrl, ground, did, since, within } = scene;
  const drained = await until(async () => (await scene.state()) === 'done', within, 25).then(
    () => true,
    () => false,
  );
  const seconds = drained ? (performance.now() - since) / 1000 : undefined;
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
    ...{ of: ground.count, did, seconds },
    lost: Math.max(acts.lost, entries.lost),
    doubled: Math.max(acts.doubled, entries.doubled),
    state: await naturalState(superUrl, ground.countyId),
    faults: await faultsOf(superUrl, ground.countyId),
    unguarded: await unguarded(superUrl),
  };
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
  { of, did, lost, doubled, seconds }: Omit<Verdict, 'state' | 'faults' | 'unguarded'>,
) {
  const drained = seconds === undefined ? 'not drained in time' : `drained in ${seconds.toFixed(1)} s`;
  say(`${name}: n = ${of}, ${did}, lost ${lost}, doubled ${doubled}, ${drained}`);
}

import type { Held } from '../flow/holding.ts';
import { query } from '../support/database.ts';
import { until } from '../support/until.ts';
import type { Scene } from './rehearsal.ts';
import { full } from './scale.ts';

/** What a chunk writes first, and what it writes last: whoever waits for the last has written all else, and committed nothing. */
export const FIRST = 'approval';
export const LAST = 'audit_entry';

/** Strikes once, and lets go of the log. What it answers is the gate for the next blow, where the one that stood is gone. */
export type Strike = (log: Held, more: boolean) => Promise<Gate | undefined>;

/** A lock that is granted now or in a moment; nobody passes it from now on. */
export interface Gate {
  readonly closed: Promise<Held>;
}

/**
 * Clicks, and strikes so many times while some chunk is written and not committed, however fast or slow the machine is. In
 * full the blows are spread over the work; in small nothing is begun between them, so that the last one still hits something.
 */
export async function midBatch(scene: Scene, blows: number, strike: Strike): Promise<void> {
  let gate: Gate | undefined = { closed: scene.hold(FIRST) };
  await gate.closed;
  await scene.click();
  for (let blow = 0; blow < blows; blow += 1) {
    if (!gate) {
      await until(async () => (await scene.done()) >= (blow / blows) * scene.ground.count, {
        moves: () => scene.done(),
      });
      gate = { closed: scene.hold(FIRST) };
    }
    const first = await gate.closed;
    await scene.someoneWaits(FIRST);
    const log = await scene.hold(LAST);
    await first.release();
    await scene.someoneWaits(LAST);
    const more = blow + 1 < blows;
    const next = more && !full ? await queuedGate(scene) : undefined;
    gate = (await strike(log, more)) ?? next;
  }
}

/** A gate behind the chunks that are through it already. */
async function queuedGate(scene: Scene): Promise<Gate> {
  const closed = scene.hold(FIRST);
  // A crash of the database may end the wait for it.
  closed.catch(() => undefined);
  await until(() => isQueued(scene));
  return { closed };
}

async function isQueued({ superUrl }: Scene): Promise<boolean> {
  const waiting = await query(
    superUrl,
    `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = to_regclass($1) AND mode = 'ShareLock'`,
    [FIRST],
  );
  return waiting.length > 0;
}

import { decodeRange, RangeProblem, rootOf, startVerification, type AuditEntry } from '@clearance/audit';
import type { Client } from 'pg';
import { onServer } from '../../apps/local/src/roles.ts';
import { until } from '../support/until.ts';
import { checks } from './oracle-checks.ts';

/** Runs a statement for one county; `$1` is its id. */
type Ask = <T extends object>(sql: string) => Promise<T[]>;

/**
 * What is wrong with everything that a county holds, each in a sentence; nothing when all is well. It knows the tables
 * and the log, and nothing of the code that writes them: what people and jobs did has to be there once in its table,
 * once on the log, and the log, replayed, has to lead to where each conviction stands. Asked when no job is running.
 */
export async function faultsOf(url: string, countyId: string): Promise<string[]> {
  let faults: string[] = [];
  await onServer(url, async (client) => {
    await impactsCounted(client, countyId);
    faults = await faultsSeenBy(client, countyId);
  });
  return faults;
}

/** What a policy does is counted behind everything else, by a job that nobody waits for. One that never ends is a fault. */
async function impactsCounted(client: Client, countyId: string): Promise<void> {
  const running = `SELECT done::int AS done FROM work WHERE county_id = $1 AND kind = 'impact' AND state = 'running'`;
  const look = async () => (await client.query<{ done: number }>(running, [countyId])).rows;
  await until(async () => (await look()).length === 0, { moves: look });
}

/** The same, as a session sees it that may have changed something and not committed. */
export async function faultsSeenBy(client: Client, countyId: string): Promise<string[]> {
  const ask: Ask = async (sql) => (await client.query(sql, [countyId])).rows as never;
  const faults: string[] = [];
  for (const [says, sql] of Object.entries(checks)) {
    const found = await ask(sql);
    if (found.length > 0) faults.push(`${says}: ${found.length}, such as ${JSON.stringify(found[0])}`);
  }
  const entries = await ask<Stored>(
    `SELECT seq::int AS seq, bytes, leaf_hash AS "leafHash" FROM audit_entry WHERE county_id = $1 ORDER BY audit_entry.seq`,
  );
  return [...faults, ...(await logFaults(ask, entries)), ...(await replayFaults(ask, entries))];
}

interface Stored {
  seq: number;
  bytes: Buffer;
  leafHash: Buffer;
}

async function logFaults(ask: Ask, entries: readonly Stored[]): Promise<string[]> {
  const [head] = await ask<{ size: number; range: Buffer }>(
    `SELECT size::int AS size, range FROM audit_head WHERE county_id = $1`,
  );
  if (!head) return ['the county has no log'];
  const root = rootIn(head);
  if (!root) return ['the log does not verify: its head is of another size'];
  const verification = startVerification({ size: head.size, root });
  for (const entry of entries) if (!verification.take(entry)) break;
  const verdict = verification.finish();
  return verdict.ok ? [] : [`the log does not verify: ${verdict.why} at ${verdict.seq}`];
}

function rootIn({ size, range }: { size: number; range: Buffer }): Buffer | undefined {
  try {
    return rootOf(decodeRange(size, range));
  } catch (error) {
    if (error instanceof RangeProblem) return undefined;
    throw error;
  }
}

/** The log of each conviction, replayed, and what the table says of it. */
async function replayFaults(ask: Ask, entries: readonly Stored[]): Promise<string[]> {
  const { faults, standing } = replay(entries.map(({ bytes }) => JSON.parse(bytes.toString()) as AuditEntry));
  const convictions = await ask<{ id: string; state: string; version: number }>(
    `SELECT id, state, version FROM conviction WHERE county_id = $1`,
  );
  for (const { id, state, version } of convictions) {
    const told = standing.get(id);
    if (told?.state === state && told.version === version) continue;
    faults.push(`a conviction is ${state} in version ${version}, its log says ${JSON.stringify(told)}`);
  }
  if (standing.size !== convictions.length) {
    faults.push(`the log knows ${standing.size} convictions, the table ${convictions.length}`);
  }
  return faults.slice(0, 5);
}

interface Told {
  state: string | undefined;
  version: number;
  /** What the determination says on which it stands. */
  outcome?: unknown;
  /** Policy version, terms, history and outcome of the newest determination; forgotten when the history changes. */
  determined?: { policy: number; terms: number; dialect: unknown; on: string | undefined; outcome: unknown };
}

/** A recommendation stands beside the newest determination: where that turned, the conviction has moved on. */
function turn(told: Told): void {
  const outcome = told.determined?.outcome ?? told.outcome;
  if (outcome !== told.outcome) told.version += 1;
  told.outcome = outcome;
}

function replay(entries: readonly AuditEntry[]): { faults: string[]; standing: Map<string, Told> } {
  const faults: string[] = [];
  const standing = new Map<string, Told>();
  for (const { seq, action, target, outcome, stateBefore, stateAfter, ...entry } of entries) {
    if (target.type !== 'conviction' || outcome !== 'success') continue;
    const told = standing.get(target.id) ?? { state: undefined, version: 0 };
    standing.set(target.id, told);
    let moves = stateAfter !== undefined;
    if (action === 'determination.record') {
      const now = {
        policy: Number(entry.policyVersion),
        terms: Number(entry.detail?.['terms']),
        // 0.1.0 did not say it: there was one.
        dialect: entry.detail?.['dialect'] ?? 'standard/4',
        on: entry.historyDigest,
        outcome: entry.detail?.['outcome'],
      };
      const { policy = 0, terms, dialect, on } = told.determined ?? {};
      if (policy === now.policy && terms === now.terms && dialect === now.dialect && on === now.on)
        faults.push(`entry ${seq} determines the same a second time`);
      // Kept beside a decision, or said late under an older policy, it moves nothing.
      moves = stateAfter === 'evaluated' && now.policy >= policy;
      if (now.policy >= policy) told.determined = now;
      if (moves) told.outcome = now.outcome;
      else if (stateAfter === 'recommended') turn(told);
    }
    if (action === 'conviction.history_change' || action === 'conviction.supersede') delete told.determined;
    if (stateAfter === undefined) continue;
    if (told.state !== stateBefore)
      faults.push(`entry ${seq} moves a conviction from ${stateBefore}, not ${told.state}`);
    told.state = stateAfter;
    if (moves) told.version += 1;
    // While it was approved determinations passed it by.
    if (action === 'approval.undo') turn(told);
  }
  return { faults, standing };
}

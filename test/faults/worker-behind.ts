import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { query } from '../support/database.ts';
import type { Scene } from './rehearsal.ts';

/** The worker whose session waits for the table at this moment; throws where nobody's does. */
export async function workerBehind(scene: Scene, table: string): Promise<ChildProcess> {
  const waiting = await query<{ port: number }>(
    scene.superUrl,
    `SELECT a.client_port AS port FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE NOT l.granted AND a.datname = current_database() AND l.relation = to_regclass($1)`,
    [table],
  );
  const sockets = new Set(waiting.flatMap(({ port }) => socketsAt(port)));
  const found = scene.alive().find(({ pid }) => pid !== undefined && openSockets(pid).some((one) => sockets.has(one)));
  if (!found) throw new Error(`No living worker waits for ${table}.`);
  return found;
}

/** Sockets whose own end is at this port. */
function socketsAt(port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1);
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local]) => local?.endsWith(`:${hex}`))
    .map((columns) => columns[9] ?? '');
}

function openSockets(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((name) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.[1] ?? [];
    } catch {
      // Closed meanwhile.
      return [];
    }
  });
}

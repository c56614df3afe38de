import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Work } from '@clearance/contract';
import { listOf } from '../support/client.ts';
import { query } from '../support/database.ts';
import { until } from '../support/until.ts';
import type { Ground } from './ground.ts';
import type { OwnCluster } from './own-cluster.ts';
import type { Circumstances, Disturbance } from './rehearsal.ts';
import { smallDisk } from './small-disk.ts';

/** What a bulk approval needs beside the ground is more than this, for each conviction. */
const TOO_LITTLE = 700;
const SPACE = 'small_disk';

/**
 * The database on a disk that gets full in the middle: the work stops with words for the office, and goes on where it stood
 * when there is room and somebody resumes it. Undefined where nothing can be mounted.
 */
export async function diskFull(
  cluster: OwnCluster,
  ground: Ground,
): Promise<{ disturb: Disturbance; circumstances: Circumstances } | undefined> {
  const { superUrl } = cluster.database;
  const [held] = await query<{ bytes: number }>(
    superUrl,
    `SELECT pg_database_size(current_database())::float8 AS bytes`,
  );
  const bytes = (held?.bytes ?? 0) + ground.count * TOO_LITTLE;
  const disk = smallDisk(join(cluster.folder, SPACE), bytes, statSync(join(cluster.folder, 'postgres')));
  if (!disk) return undefined;
  await query(superUrl, `CREATE TABLESPACE ${SPACE} LOCATION '${disk.path}'`);
  const disturb: Disturbance = async (scene) => {
    const id = await scene.click();
    // Nobody new gets into a database that has no room for anything, also not whoever only asks.
    const stopped = () =>
      scene.state().then(
        (state) => state === 'failed',
        () => false,
      );
    await until(stopped);
    const failed = listOf('/api/work', { filter: { state: 'failed' } });
    const [work] = (await scene.approver.get<Work[]>(failed)).body;
    if (!/disk of the server is full/.test(work?.problem ?? '')) throw new Error(`It says: ${work?.problem}`);
    disk.grow(10 * bytes);
    const done = await scene.done();
    const { status } = await scene.approver.post(`/api/work/${id}/resume`);
    if (status !== 200) throw new Error(`Resuming answers ${status}.`);
    return `disk full after ${done}, room made, resumed`;
  };
  const after = async () => {
    await query(superUrl, `DROP TABLESPACE ${SPACE}`);
    disk.remove();
  };
  return { disturb, circumstances: { tablespace: SPACE, after } };
}

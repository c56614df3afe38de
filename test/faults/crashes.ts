import { hold } from '../flow/holding.ts';
import { until } from '../support/until.ts';
import { reachedBy } from '../support/database.ts';
import { FIRST, midBatch } from './mid-batch.ts';
import type { OwnCluster } from './own-cluster.ts';
import type { Circumstances, Disturbance } from './rehearsal.ts';
import { steadyPort } from './steady-port.ts';
import { hasEnded } from '../../apps/local/src/child.ts';

const CRASHES = 3;
const reachedAt = (url: string, port: number) => Object.assign(new URL(url), { port: String(port) }).href;

/** PostgreSQL ends at once and is started again, three times; everybody finds it at the same address. */
export async function crashesOf(cluster: OwnCluster): Promise<{ disturb: Disturbance; circumstances: Circumstances }> {
  const port = await steadyPort();
  const portOf = () => Number(new URL(cluster.database.superUrl).port);
  port.to = portOf();
  const disturb: Disturbance = async (scene) => {
    // By the short way, so that the gate for the next blow is closed before anybody else is back.
    const direct = () => reachedAt(scene.superUrl, portOf());
    await midBatch(scene, CRASHES, async (_log, more) => {
      port.to = undefined;
      await cluster.crash();
      await cluster.start();
      const closed = more ? hold(direct(), `LOCK TABLE ${FIRST} IN SHARE MODE`) : undefined;
      await closed;
      port.to = portOf();
      return closed && { closed };
    });
    const { processes } = scene;
    const ready = () =>
      fetch(`${processes.base}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(ready);
    const ended = [processes.api, ...processes.workers].filter(hasEnded).length;
    if (ended > 0) throw new Error(`${ended} processes did not outlive PostgreSQL:\n${processes.logged('worker')}`);
    return `PostgreSQL crashed ${CRASHES} times`;
  };
  const through: Circumstances['through'] = (database) => reachedBy(database, (url) => (url.port = String(port.port)));
  return { disturb, circumstances: { through, after: () => port.close() } };
}

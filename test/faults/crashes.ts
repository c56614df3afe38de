import { until } from '../support/until.ts';
import { reachedBy } from '../support/database.ts';
import { farEnough, LAST } from './disturbances.ts';
import type { OwnCluster } from './own-cluster.ts';
import type { Circumstances, Disturbance } from './rehearsal.ts';
import { steadyPort } from './steady-port.ts';
import { hasEnded } from '../../apps/local/src/child.ts';

const CRASHES = 3;

/** PostgreSQL ends at once and is started again, three times; everybody finds it at the same address. */
export async function crashesOf(cluster: OwnCluster): Promise<{ disturb: Disturbance; circumstances: Circumstances }> {
  const port = await steadyPort();
  const portOf = () => Number(new URL(cluster.database.superUrl).port);
  port.to = portOf();
  const disturb: Disturbance = async (scene) => {
    await scene.click();
    for (let crash = 0; crash < CRASHES; crash += 1) {
      await farEnough(scene, crash, CRASHES);
      const held = await scene.hold(LAST);
      await scene.someoneWaits(LAST);
      port.to = undefined;
      await cluster.crash();
      await held.release();
      await cluster.start();
      port.to = portOf();
    }
    const { processes } = scene;
    const ready = () =>
      fetch(`${processes.base}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(ready, 15);
    const ended = [processes.api, ...processes.workers].filter(hasEnded).length;
    if (ended > 0) throw new Error(`${ended} processes did not outlive PostgreSQL:\n${processes.logged('worker')}`);
    return `PostgreSQL crashed ${CRASHES} times`;
  };
  const through: Circumstances['through'] = (database) => reachedBy(database, (url) => (url.port = String(port.port)));
  return { disturb, circumstances: { through, after: () => port.close() } };
}

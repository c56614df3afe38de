import { type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { firstLine, hasEnded, stopChild, tiedChild } from '../../apps/local/src/child.ts';
import { root, testEnvironment, type Options, type Reachable } from './installation.ts';
import { until } from './until.ts';

export interface Processes extends Reachable {
  readonly api: ChildProcess;
  /** Those that were started, the killed ones included. */
  readonly workers: readonly ChildProcess[];
  startWorker(): ChildProcess;
  /** Starts another api on the same port; the former has to be gone. */
  startApi(): Promise<ChildProcess>;
}

/** Starts the built api and workers as real processes, for tests that kill them. Needs `npm run build`. */
export async function startProcesses(options: Options = {}): Promise<Processes> {
  const { variables, ...here } = await testEnvironment(options);
  const all: ChildProcess[] = [];
  const start = (app: 'api' | 'worker', port: string | undefined) => {
    const log = openSync(join(here.folder, `${app}.log`), 'a');
    const child = tiedChild(process.execPath, [join(root, 'apps', app, 'dist', 'main.js')], {
      cwd: root,
      env: { PATH: process.env['PATH'], ...variables, PORT: port },
      stdio: ['ignore', log, log],
    });
    all.push(child);
    return child;
  };
  const startApi = async () => {
    const api = start('api', variables['PORT']);
    const answers = () =>
      hasEnded(api) ||
      fetch(`${here.base}/readyz`).then(
        (response) => response.ok,
        () => false,
      );
    await until(answers);
    if (hasEnded(api)) throw new Error(`The api did not start; see ${join(here.folder, 'api.log')}.`);
    return api;
  };
  const workers: ChildProcess[] = [];
  const startWorker = () => {
    const worker = start('worker', '0');
    workers.push(worker);
    return worker;
  };
  const api = await startApi();
  for (let count = options.workers ?? 1; count > 0; count -= 1) startWorker();
  return {
    ...{ ...here, api, workers, startApi, startWorker },
    inviteOperator: (email) => {
      const program = join(root, 'apps', 'api', 'dist', 'invite-operator.js');
      return firstLine(program, [email], { cwd: root, env: { PATH: process.env['PATH'], ...variables } });
    },
    stop: async () => {
      await Promise.all(all.map((child) => stopChild(child)));
    },
  };
}

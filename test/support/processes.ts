import { execFile, type ChildProcess } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { firstLine, hasEnded, stopChild, tiedChild } from '../../apps/local/src/child.ts';
import { root, testEnvironment, type Options, type Reachable } from './installation.ts';
import { until } from './until.ts';

export interface ProcessOptions extends Options {
  /** Modules that each process loads before its own program: that is how a test changes what it does. */
  readonly preload?: readonly string[];
}

export interface Processes extends Reachable {
  /** The api that was started last. */
  readonly api: ChildProcess;
  /** Those that were started, the killed ones included. */
  readonly workers: readonly ChildProcess[];
  startWorker(): ChildProcess;
  /** All that they logged. */
  logged(app: 'api' | 'worker'): string;
  /** Runs a program of the api to its end, as whoever has a shell on the machine; answers all that it printed. */
  command(program: string, ...args: readonly string[]): Promise<string>;
  /** Starts another api on the same port; the former has to be gone. */
  startApi(): Promise<ChildProcess>;
}

/** Starts the built api and workers as real processes, for tests that kill them. Needs `npm run build`. */
export async function startProcesses(options: ProcessOptions = {}): Promise<Processes> {
  const { variables, ...here } = await testEnvironment(options);
  const all: ChildProcess[] = [];
  const first = (options.preload ?? []).flatMap((path) => ['--import', pathToFileURL(path).href]);
  const start = (app: 'api' | 'worker', port: string | undefined) => {
    const log = openSync(join(here.folder, `${app}.log`), 'a');
    const child = tiedChild(process.execPath, [...first, join(root, 'apps', app, 'dist', 'main.js')], {
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
  let api = await startApi();
  for (let count = options.workers ?? 1; count > 0; count -= 1) startWorker();
  return {
    ...{ ...here, workers, startWorker },
    logged: (app) => readFileSync(join(here.folder, `${app}.log`), 'utf8'),
    get api() {
      return api;
    },
    startApi: async () => (api = await startApi()),
    command: async (program, ...args) => {
      const path = join(root, 'apps', 'api', 'dist', program);
      const env = { PATH: process.env['PATH'], ...variables, PORT: '0' };
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [path, ...args], { cwd: root, env }).catch(
        (error: { stdout: string; stderr: string }) => error,
      );
      return `${stdout}${stderr}`;
    },
    inviteOperator: (email) => {
      const program = join(root, 'apps', 'api', 'dist', 'invite-operator.js');
      return firstLine(program, [email], { cwd: root, env: { PATH: process.env['PATH'], ...variables } });
    },
    stop: async () => {
      // One that a test stopped does not hear anything.
      for (const child of all) child.kill('SIGCONT');
      await Promise.all(all.map((child) => stopChild(child)));
    },
  };
}

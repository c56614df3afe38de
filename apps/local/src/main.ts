import 'reflect-metadata';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clearanceMigrations } from '@clearance/clearance';
import { migrate } from '@clearance/platform';
import { beAlone, watchParent } from './alone.ts';
import { stopChild } from './child.ts';
import { makeDemo } from './demo/make-demo.ts';
import { demoPeople, writeDemoPeople } from './demo/people.ts';
import { portFrom } from './ports.ts';
import { setAside } from './set-aside.ts';
import { startPostgres, type LocalPostgres } from './postgres.ts';
import { answering, keepRunning, startApp, type Surroundings } from './processes.ts';
import { makeDatabase } from './roles.ts';
import { welcome } from './welcome.ts';

/** `npm start`: everything on this machine, with its data in `.data/`, until Ctrl-C. */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const folder = process.env['CLEARANCE_DATA'] ? resolve(process.env['CLEARANCE_DATA']) : join(root, '.data');
/** Its name goes up with every change of the tables that has no migration: before the first release there are none. */
const made = join(folder, 'made-4');
const say = (line: string) => process.stdout.write(`${line}\n`);

/** One worker takes one core; a second one is worth it where there are two. */
const workers = ['worker', 'second worker'].slice(0, availableParallelism());

let postgres: LocalPostgres | undefined;
const apps = new Map<string, { stop(): Promise<void> }>();
let stopping: Promise<void> | undefined;

function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    await Promise.all([...apps.values()].map((app) => app.stop()));
    await postgres?.stop();
    process.exit(code);
  })();
  return stopping;
}

function fail(problem: string): void {
  if (stopping) return;
  say(`${problem} Everything is stopped. The logs are in ${folder}.`);
  void stop(1);
}

/** The address that people open. Until the demo is whole, the database begins anew at every start. */
async function start(): Promise<Surroundings> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.gitignore'), '*\n');
  beAlone(folder);
  const older = setAside(folder, ['demo-made']);
  if (older) say(`What an older version kept is in ${older} now; this one begins anew.`);
  say('Starting PostgreSQL …');
  postgres = await startPostgres({ folder });
  postgres.child.once('exit', () => fail('PostgreSQL ended.'));
  const anew = !existsSync(made);
  if (anew) for (const left of ['files', 'demo']) rmSync(join(folder, left), { recursive: true, force: true });
  await makeDatabase(postgres.superUrl, anew);
  await migrate(postgres.ownerUrl, clearanceMigrations);
  const here: Surroundings = {
    root,
    folder,
    databaseUrl: postgres.appUrl,
    port: await portFrom(Number(process.env['PORT'] || 3000)),
    demoPeopleFile: join(folder, 'demo-people.json'),
  };
  writeDemoPeople(here.demoPeopleFile);
  say('Starting api and worker …');
  for (const name of ['api', ...workers]) {
    const app = name === 'api' ? 'api' : 'worker';
    const first = startApp(app, here);
    const again = () => {
      say(`The ${app} ended by itself and is started again; its log is ${join(folder, `${app}.log`)}.`);
      return startApp(app, here);
    };
    apps.set(name, { stop: () => stopChild(first) });
    if (app === 'api') await answering(here, first);
    apps.set(
      name,
      keepRunning(first, again, () => fail(`The ${app} keeps ending.`)),
    );
  }
  return here;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
watchParent(() => void stop(0));
try {
  const here = await start();
  if (!existsSync(made)) await makeDemo({ ...here, made, say });
  if (!stopping) say(welcome(here.port, demoPeople, join(folder, 'demo')));
} catch (error) {
  if (!stopping) say(error instanceof Error ? error.message : 'Clearance did not start.');
  await stop(1);
}

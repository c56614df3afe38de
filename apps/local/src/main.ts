import 'reflect-metadata';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { clearanceMigrations, releaseOf } from '@clearance/clearance';
import { migrate } from '@clearance/platform';
import { beAlone, watchParent } from './alone.ts';
import { stopChild } from './child.ts';
import { endStrayServer } from './cluster.ts';
import { folder, root } from './folder.ts';
import { makeDemo } from './demo/make-demo.ts';
import { demoPeople, writeDemoPeople } from './demo/people.ts';
import { portFrom } from './ports.ts';
import { preparePostgresHome } from './postgres-home.ts';
import { startPostgres, type LocalPostgres } from './postgres.ts';
import { answering, keepRunning, startApp, type Surroundings } from './processes.ts';
import { makeDatabase } from './roles.ts';
import { setAside } from './set-aside.ts';
import { welcome } from './welcome.ts';

/* `npm start`: everything on this machine, with its data in `.data/`, until Ctrl-C. */

/**
 * Says that the demo was made to its end. Its name stays: 0.1.0 throws a database away beside which it does not find it.
 */
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

/**
 * Data that no version can go on with, because they are older than 0.1.0 or the demo was not made to its end, are moved
 * out of the way. All others are upgraded in their place by `migrate`.
 */
async function clearTheWay(): Promise<void> {
  if (existsSync(made) || !existsSync(join(folder, 'postgres'))) return;
  await endStrayServer(preparePostgresHome(folder));
  const isHalfMade = !readdirSync(folder).some((name) => /^(made-\d+|demo-made)$/.test(name));
  const aside = setAside(folder, new Date());
  const why = isHalfMade
    ? 'The demo was not made to its end the last time.'
    : 'The data are older than version 0.1.0 and cannot be upgraded.';
  say(`${why} They were moved to ${aside}, nothing was deleted, and a new demo begins.`);
}

/** The address that people open. */
async function start(): Promise<Surroundings> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.gitignore'), '*\n');
  beAlone(folder);
  await clearTheWay();
  say('Starting PostgreSQL …');
  postgres = await startPostgres({ folder });
  postgres.child.once('exit', () => fail('PostgreSQL ended.'));
  await makeDatabase(postgres.superUrl);
  await migrate(postgres.ownerUrl, clearanceMigrations, ({ done, pending }) => {
    const steps = pending.length === 1 ? '1 change' : `${pending.length} changes`;
    say(`Upgrading the data of version ${releaseOf(done) ?? 'before 0.1.0'} in place: ${steps} of the database …`);
  });
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

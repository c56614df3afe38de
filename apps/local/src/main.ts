import 'reflect-metadata';
import { type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ClearanceSchema1790000000002 } from '@clearance/clearance';
import { migrate } from '@clearance/platform';
import { stopChild } from './child.ts';
import { makeDemo } from './demo/make-demo.ts';
import { demoPeople, writeDemoPeople } from './demo/people.ts';
import { startPostgres, type LocalPostgres } from './postgres.ts';
import { answering, makeFolder, portFrom, startApp, type Surroundings } from './processes.ts';
import { welcome } from './welcome.ts';

/** `npm start`: everything on this machine, with its data in `.data/`, until Ctrl-C. */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const folder = process.env['CLEARANCE_DATA'] ? resolve(process.env['CLEARANCE_DATA']) : join(root, '.data');
const say = (line: string) => process.stdout.write(`${line}\n`);

let postgres: LocalPostgres | undefined;
const apps: ChildProcess[] = [];
let stopping: Promise<void> | undefined;

function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    await Promise.all(apps.map((app) => stopChild(app)));
    await postgres?.stop();
    process.exit(code);
  })();
  return stopping;
}

process.once('SIGINT', () => void stop(0));
process.once('SIGTERM', () => void stop(0));
process.once('SIGHUP', () => void stop(0));
// When npm itself is killed nobody tells us; our parent changes.
const parent = process.ppid;
setInterval(() => (process.ppid === parent ? undefined : void stop(0)), 500).unref();

try {
  makeFolder(folder);
  say('Starting PostgreSQL …');
  postgres = await startPostgres({ folder });
  await migrate(postgres.ownerUrl, [ClearanceSchema1790000000002]);
  const here: Surroundings = {
    root,
    folder,
    databaseUrl: postgres.appUrl,
    port: await portFrom(Number(process.env['PORT'] ?? 3000)),
    demoPeopleFile: join(folder, 'demo-people.json'),
  };
  writeDemoPeople(here.demoPeopleFile);
  say('Starting api and worker …');
  const api = await startApp('api', here);
  apps.push(api);
  apps.push(await startApp('worker', here));
  for (const app of [...apps, postgres.child]) {
    app.once('exit', (code) => {
      if (stopping) return;
      say(`A process ended by itself (exit ${code ?? 'by signal'}). Its log is in ${folder}.`);
      void stop(1);
    });
  }
  await answering(here.port, api, folder);
  const done = join(folder, 'demo-made');
  if (!existsSync(done)) await makeDemo({ ...here, done, say });
  say(welcome(here.port, demoPeople, join(folder, 'demo')));
} catch (error) {
  say(error instanceof Error ? error.message : 'Clearance did not start.');
  await stop(1);
}

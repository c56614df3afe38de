import 'reflect-metadata';
import { Controller, Get, Injectable, Module, SetMetadata, type INestApplication, type Type } from '@nestjs/common';
import { convictionRow, sample } from '@clearance/contract';
import { NestFactory } from '@nestjs/core';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ApiModule } from '../../apps/api/src/api.module.ts';
import { clearanceMigrations, ClearanceWorkerModule, jobNames } from '../../libs/clearance/src/index.ts';
import {
  Allow,
  ANSWERS,
  AnswersNothing,
  BootCheck,
  HandlesJob,
  JobRunner,
  PlatformModule,
  readConfig,
  READS,
  type Access,
  type Config,
  type JobHandler,
  type Log,
  type Reading,
} from '../../libs/platform/src/index.ts';
import { query } from '../support/database.ts';
import { startInstallation, testEnvironment } from '../support/installation.ts';
import { until } from '../support/until.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as Log;

/** A controller below `/api/planted` with a GET per key; what is undefined declares no permission. */
function controllerWith(routes: Readonly<Record<string, Access | undefined>>): Type {
  class Planted {}
  Controller('api/planted')(Planted);
  for (const [path, access] of Object.entries(routes)) {
    const descriptor = { value: () => ({}), configurable: true, writable: true, enumerable: false };
    Object.defineProperty(Planted.prototype, path, descriptor);
    Get(path)(Planted.prototype, path, descriptor);
    if (access) Allow(access)(Planted.prototype, path, descriptor);
    AnswersNothing()(Planted.prototype, path, descriptor);
  }
  return Planted;
}

const people: Reading = {
  action: 'planted.read',
  target: () => ({ type: 'planted', id: 'x' }),
  of: () => ({ people: [] }),
};

/** A controller with `GET /api/planted/people`, declared as told. */
function controllerAnswering(
  answers: z.ZodType | undefined,
  reads?: Reading,
  access: Access = 'read conviction',
): Type {
  class Planted {}
  Controller('api/planted')(Planted);
  const descriptor = { value: () => Promise.resolve(), configurable: true, writable: true, enumerable: false };
  const at = [Planted.prototype, 'people', descriptor] as const;
  Object.defineProperty(...at);
  Get('people')(...at);
  Allow(access)(...at);
  if (answers) SetMetadata(ANSWERS, answers)(...at);
  if (reads) SetMetadata(READS, reads)(...at);
  return Planted;
}

/** A handler of its own for a job. */
function handlerOf(job: string): Type<JobHandler> {
  class Planted implements JobHandler {
    run() {
      return Promise.resolve();
    }
  }
  Injectable()(Planted);
  HandlesJob(job)(Planted);
  return Planted;
}

describe('the end', () => {
  it('of api and worker leaves no connection to the database behind', async () => {
    const installation = await startInstallation();
    const { superUrl } = installation.database;
    const connections = `SELECT DISTINCT application_name FROM pg_stat_activity
      WHERE datname = current_database() AND usename = 'clearance_app'`;
    expect((await query(superUrl, connections)).length).toBeGreaterThan(1);
    await installation.stop();
    await until(async () => (await query(superUrl, connections)).length === 0);
  });
});

describe('the boot', () => {
  const started: INestApplication[] = [];
  afterEach(async () => {
    for (const app of started.splice(0)) await app.close();
  });

  /** The real modules of a process with something planted beside them, as far as `init`. */
  async function boot(
    real: (config: Config) => NonNullable<Parameters<typeof Module>[0]['imports']>,
    planted: { controllers?: Type[]; providers?: Type[] },
  ): Promise<INestApplication> {
    const { variables } = await testEnvironment({});
    class Planted {}
    Module({ imports: real(readConfig(variables)), ...planted })(Planted);
    const app = await NestFactory.create(Planted, { logger: false, abortOnError: false });
    started.push(app);
    return app.init();
  }
  const api = (config: Config) => [ApiModule.for(config, log)];
  const worker = (config: Config) => [PlatformModule.for(config, log, clearanceMigrations), ClearanceWorkerModule];

  it('of the api stops at a route that declares no permission, and names it alone', async () => {
    await expect(
      boot(api, { controllers: [controllerWith({ declared: 'open', forgotten: undefined })] }),
    ).rejects.toThrow(/^These routes declare no permission: GET \/api\/planted\/forgotten$/);
  });

  it('of the api stops at a permission that is not in the table', async () => {
    await expect(boot(api, { controllers: [controllerWith({ all: 'read everything' as Access })] })).rejects.toThrow(
      /GET \/api\/planted\/all$/,
    );
  });

  it('of the api goes through with a route that declares one, and closes that route to strangers', async () => {
    const app = await boot(api, { controllers: [controllerWith({ all: 'read stats' })] });
    await app.listen(0, '127.0.0.1');
    expect((await fetch(`${await app.getUrl()}/api/planted/all`)).status).toBe(401);
  });

  it.each([
    ['does not say what it answers', undefined, undefined, 'declare no answer'],
    [
      'answers names and does not say what it reads',
      z.array(convictionRow),
      undefined,
      'do not declare what they read',
    ],
    [
      'answers names deep inside',
      z.object({ a: z.object({ b: sample.nullable() }).optional() }),
      undefined,
      'do not declare what they read',
    ],
    ['says that it reads people and answers nobody', z.object({ n: z.int() }), people, 'and answer none'],
  ] as const)('of the api stops at a route that %s', async (_what, answers, reads, says) => {
    const problem = boot(api, { controllers: [controllerAnswering(answers, reads)] });
    await expect(problem).rejects.toThrow(new RegExp(`${says}: GET /api/planted/people$`));
  });

  it('of the api stops at a route that answers names to whoever is signed in', async () => {
    const controllers = [controllerAnswering(convictionRow, people, 'signed_in')];
    await expect(boot(api, { controllers })).rejects.toThrow(/without a permission: GET \/api\/planted\/people$/);
  });

  it('of the api goes through with a route that answers names and says what it reads', async () => {
    const app = await boot(api, { controllers: [controllerAnswering(z.array(convictionRow), people)] });
    const routes = app.get(BootCheck).routes();
    expect(routes.find(({ path }) => path === '/api/planted/people')?.reads).toBe(people);
  });

  it('of the worker stops at a second handler of a job', async () => {
    await expect(boot(worker, { providers: [handlerOf('import.read')] })).rejects.toThrow(
      'Two handlers for the job import.read.',
    );
  });

  it('of the worker stops at a job without a handler, before it takes the first', async () => {
    const app = await boot(worker, {});
    expect(() => app.get(JobRunner).start([...jobNames, 'planted.job'])).toThrow(
      'No handler for the jobs: planted.job',
    );
  });

  it('of the worker stops at a handler of a job that nobody rings', async () => {
    const app = await boot(worker, { providers: [handlerOf('planted.job')] });
    expect(() => app.get(JobRunner).start(jobNames)).toThrow('Handlers for jobs that nobody knows: planted.job');
  });
});

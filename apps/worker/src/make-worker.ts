import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { clearanceMigrations, ClearanceWorkerModule, jobNames } from '@clearance/clearance';
import { JobRunner, PlatformModule, type Config, type Log } from '@clearance/platform';

@Module({})
class WorkerModule {
  static for(config: Config, log: Log): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.for(config, log, clearanceMigrations), ClearanceWorkerModule],
    };
  }
}

/** A worker that takes jobs until it is closed. Throws unless every job has exactly one handler. */
export async function makeWorker(config: Config, log: Log): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(WorkerModule.for(config, log), {
    logger: false,
    abortOnError: false,
  });
  app.enableShutdownHooks();
  app.get(JobRunner).start(jobNames);
  return app;
}

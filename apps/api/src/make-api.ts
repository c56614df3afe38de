import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { dress, httpAdapter, Installation, type Config, type Log } from '@clearance/platform';
import { ApiModule } from './api.module.ts';

/** The whole HTTP process, ready to listen. Throws when a route declares no permission. */
export async function makeApi(config: Config, log: Log): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.for(config, log), httpAdapter(), {
    bodyParser: false,
    forceCloseConnections: true,
    abortOnError: false,
    logger: false,
  });
  dress(app, config);
  await app.init();
  await app.get(Installation).found();
  return app;
}

import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { json } from 'express';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import type { Config } from '../config.ts';
import { bodyInTime, shallow } from './body.ts';
import { noDeceivingText } from './deceiving-text.ts';
import { validation } from './validation.ts';
import { filterFromHeader, requestIds, sameOrigin, secureHeaders } from './web.ts';

/**
 * What an application answers with. A route has one address, so that a rule of a proxy about an address holds for all that
 * leads there; it has to be said before anything else is.
 */
export function httpAdapter(): ExpressAdapter {
  const server = express();
  server.set('case sensitive routing', true);
  return new ExpressAdapter(server);
}

/** Dresses an application for the network: headers, origin check, validation, the API's description, the console. */
export function dress(app: NestExpressApplication, config: Config): void {
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.set('query parser', 'simple');
  // A large file may take hours; see `bodyInTime`.
  const server: Server = app.getHttpServer();
  server.requestTimeout = 0;
  const inTime = bodyInTime(config.uploadIdleSeconds * 1_000);
  app.use(
    requestIds,
    secureHeaders(),
    sameOrigin,
    filterFromHeader,
    inTime,
    json({ limit: '256kb' }),
    shallow,
    noDeceivingText,
  );
  app.useGlobalPipes(validation());
  app.enableShutdownHooks();
  const description = new DocumentBuilder().setTitle('Clearance').setVersion('1').build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description), {
    jsonDocumentUrl: 'api/openapi.json',
  });
  if (config.consoleDir && existsSync(join(config.consoleDir, 'index.html'))) {
    app.use(
      express.static(config.consoleDir, {
        setHeaders: (response, path) =>
          // File names below assets/ change with their content; the page itself is always asked for again.
          response.setHeader(
            'Cache-Control',
            path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
          ),
      }),
    );
  }
}

import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { json } from 'express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import type { Config } from '../config.ts';
import { validation } from './validation.ts';
import { filterFromHeader, requestIds, sameOrigin, secureHeaders } from './web.ts';

/** Dresses an application for the network: headers, origin check, validation, the API's description, the console. */
export function dress(app: NestExpressApplication, config: Config): void {
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.set('query parser', 'simple');
  app.use(requestIds, secureHeaders(), sameOrigin, filterFromHeader, json({ limit: '256kb' }));
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

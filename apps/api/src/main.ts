import 'reflect-metadata';
import { makeLog, readConfig } from '@clearance/platform';
import { makeApi } from './make-api.ts';

const log = makeLog('info');
try {
  const config = readConfig(process.env);
  const app = await makeApi(config, log);
  await app.listen(config.port, config.host);
  log.info({ address: await app.getUrl() }, 'api listens');
  // A connection that will not end must not keep the process for ever.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => setTimeout(() => process.exit(1), 10_000).unref());
  }
} catch (error) {
  log.error({ err: error }, error instanceof Error ? error.message : 'the api did not start');
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 1_000).unref();
}

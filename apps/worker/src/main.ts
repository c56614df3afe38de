import 'reflect-metadata';
import { createServer } from 'node:http';
import { constants, setPriority } from 'node:os';
import { Database, makeLog, readConfig } from '@clearance/platform';
import { makeWorker } from './make-worker.ts';

const log = makeLog('info');
// Somebody waits for a page, nobody for a job: where both want the same core, the api has it.
setPriority(constants.priority.PRIORITY_LOW);
try {
  const config = readConfig(process.env);
  const app = await makeWorker(config, log);
  // Health for whoever watches the process; it answers nothing else.
  const server = createServer((request, response) => {
    const live = request.url === '/healthz';
    void (live ? Promise.resolve(true) : app.get(Database).answers()).then((ok) => {
      response.writeHead(ok ? 200 : 503, { 'Content-Type': 'application/json' }).end(JSON.stringify({ ok }));
    });
  });
  server.listen(config.port, config.host);
  log.info({ concurrency: config.workerConcurrency }, 'worker takes jobs');
  // Loading left more behind than what was loaded; without this it would be held for as long as the process lives.
  void globalThis.gc?.({ type: 'major', flavor: 'last-resort' });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.close();
      setTimeout(() => process.exit(1), 10_000).unref();
    });
  }
} catch (error) {
  log.error({ err: error }, error instanceof Error ? error.message : 'the worker did not start');
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 1_000).unref();
}

import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stopChild } from '../../apps/local/dist/child.js';
import { answering, environment, startApp } from '../../apps/local/dist/processes.js';
import { keptText } from '../../apps/local/dist/kept-file.js';
import { freePort } from '../../apps/local/dist/ports.js';
import { postgres } from './postgres.mjs';

const PASSWORD = 'violet-kettle-forty';

/** The built api and workers as processes, with their operator, on the PostgreSQL that all cases share. */
export async function installation(folder, name, { workers = 2, redisUrl } = {}) {
  const server = await postgres(folder);
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  const here = {
    root: resolve(import.meta.dirname, '../..'),
    folder: home,
    databaseUrl: server.appUrl,
    port: await freePort(),
    demoPeopleFile: join(home, 'people.json'),
  };
  writeFileSync(here.demoPeopleFile, '[]');
  // All cases are on one database, which has one master key.
  const key = keptText(join(folder, 'master-key'), () => randomBytes(32).toString('base64'));
  keptText(join(home, 'master-key'), () => key);
  const at = `${name.toLowerCase()}.example`;
  let running = [];
  const made = {
    server,
    base: `http://127.0.0.1:${here.port}`,
    at,
    workers: [],
    /** Ends the processes and starts them anew: so many workers, with the queue on PostgreSQL or on this Redis. */
    async restart({ workers: count, redisUrl: url }) {
      await made.stop();
      const before = process.env['REDIS_URL'];
      if (url) process.env['REDIS_URL'] = url;
      else delete process.env['REDIS_URL'];
      const api = startApp('api', here);
      made.workers = Array.from({ length: count }, () => startApp('worker', here));
      running = [...made.workers, api];
      if (before === undefined) delete process.env['REDIS_URL'];
      else process.env['REDIS_URL'] = before;
      await answering(here, api);
    },
    async call(cookie, method, path, body) {
      const json = body !== undefined && !(body instanceof FormData);
      const response = await fetch(made.base + path, {
        method,
        headers: { ...(cookie ? { cookie } : {}), ...(json ? { 'content-type': 'application/json' } : {}) },
        body: json ? JSON.stringify(body) : body,
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
      return {
        cookie: response.headers.getSetCookie()[0]?.split(';', 1)[0],
        body: text ? JSON.parse(text) : undefined,
      };
    },
    /** Accepts the invitation that was mailed to this address and signs in; answers the cookie. */
    async enter(email, link) {
      const mails = link ? undefined : (await made.call('', 'GET', '/api/outbox')).body;
      const token = /token=(\S+)/.exec(link ?? mails.find(({ to }) => to === email).text)[1];
      await made.call('', 'POST', '/api/invitations/accept', { token, name: email, password: PASSWORD });
      return (await made.call('', 'POST', '/api/auth/login', { email, password: PASSWORD })).cookie;
    },
    stop: () => Promise.all(running.map((child) => stopChild(child))),
  };
  await made.restart({ workers, redisUrl });
  const invite = [join(here.root, 'apps/api/dist/invite-operator.js'), `operator@${at}`];
  const link = execFileSync(process.execPath, invite, { env: environment(here) }).toString();
  made.operator = await made.enter(`operator@${at}`, link);
  return made;
}

import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, openAsBlob, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answering, environment, startApp } from '../../apps/local/dist/processes.js';
import { freePort } from '../../apps/local/dist/ports.js';
import { postgres } from './postgres.mjs';

const PASSWORD = 'violet-kettle-forty';

/** A running installation (built api and workers as processes) with one county and its administrator. */
export async function county(folder, name, workers = 2) {
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
  const api = startApp('api', here);
  await answering(here, api);
  const running = Array.from({ length: workers }, () => startApp('worker', here));
  const base = `http://127.0.0.1:${here.port}`;
  const call = async (cookie, method, path, body) => {
    const json = body !== undefined && !(body instanceof FormData);
    const response = await fetch(base + path, {
      method,
      headers: { ...(cookie ? { cookie } : {}), ...(json ? { 'content-type': 'application/json' } : {}) },
      body: json ? JSON.stringify(body) : body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
    return { cookie: response.headers.getSetCookie()[0]?.split(';', 1)[0], body: text ? JSON.parse(text) : undefined };
  };
  const enter = async (token, email) => {
    await call('', 'POST', '/api/invitations/accept', { token, name: email, password: PASSWORD });
    return (await call('', 'POST', '/api/auth/login', { email, password: PASSWORD })).cookie;
  };
  const mail = async (to) =>
    /token=(\S+)/.exec((await call('', 'GET', '/api/outbox')).body.find((one) => one.to === to).text)[1];
  const at = `${name.toLowerCase()}.example`;
  const link = execFileSync(process.execPath, [join(here.root, 'apps/api/dist/invite-operator.js'), `operator@${at}`], {
    env: environment(here),
  }).toString();
  const operator = await enter(/token=(\S+)/.exec(link)[1], `operator@${at}`);
  await call(operator, 'POST', '/api/counties', { name, adminEmail: `admin@${at}` });
  const admin = await enter(await mail(`admin@${at}`), `admin@${at}`);
  return {
    workers: running,
    base,
    admin,
    get: async (path) => (await call(admin, 'GET', path)).body,
    post: async (path, body) => (await call(admin, 'POST', path, body)).body,
    /** Invites somebody with these roles, accepts for them and signs them in. */
    async hire(who, roles) {
      const email = `${who}@${at}`;
      await call(admin, 'POST', '/api/invitations', { emails: [email], roles });
      const cookie = await enter(await mail(email), email);
      return {
        get: async (path) => (await call(cookie, 'GET', path)).body,
        post: async (path, body) => (await call(cookie, 'POST', path, body)).body,
      };
    },
    /** Uploads and waits until the queue can be worked. */
    async import(path) {
      const form = new FormData();
      form.set('file', await openAsBlob(path), `${randomBytes(4).toString('hex')}.dat`);
      const { id } = (await call(admin, 'POST', '/api/imports', form)).body;
      for (;;) {
        const view = (await call(admin, 'GET', `/api/imports/${id}`)).body;
        if (view.state === 'done') return view;
        if (!['reading', 'counting', 'evaluating'].includes(view.state))
          throw new Error(`The import is ${view.state}.`);
        await sleep(100);
      }
    },
    stop() {
      for (const worker of running) worker.kill();
      api.kill();
    },
  };
}

import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { installation } from './installation.mjs';

/** A running installation of its own with one county and its administrator. */
export async function county(folder, name, workers = 2) {
  const own = await installation(folder, name, { workers });
  return { ...(await countyIn(own, name)), workers: own.workers, stop: own.stop };
}

/** A county of an installation, with its administrator. */
export async function countyIn(installed, name) {
  const { call, enter } = installed;
  const at = `${name.toLowerCase()}.${installed.at}`;
  await call(installed.operator, 'POST', '/api/counties', { name, adminEmail: `admin@${at}` });
  const admin = await enter(`admin@${at}`);
  const as = (cookie) => ({
    cookie,
    get: async (path) => (await call(cookie, 'GET', path)).body,
    post: async (path, body) => (await call(cookie, 'POST', path, body)).body,
  });
  const { get, post } = as(admin);
  return {
    base: installed.base,
    admin,
    get,
    post,
    id: (await get('/api/me')).county.id,
    /** Invites somebody with these roles, accepts for them and signs them in. */
    async hire(who, roles) {
      const email = `${who}@${at}`;
      await post('/api/invitations', { emails: [email], roles });
      return as(await enter(email));
    },
    /** Uploads and waits until the queue can be worked. */
    async import(path) {
      // Whoever made the file kept this thread for itself, and did not hear that the api closed the connections meanwhile.
      await sleep(50);
      const form = new FormData();
      form.set('file', await openAsBlob(path), `${randomBytes(4).toString('hex')}.dat`);
      const { id } = (await call(admin, 'POST', '/api/imports', form)).body;
      for (;;) {
        const view = await get(`/api/imports/${id}`);
        if (view.state === 'done') return view;
        // The files of a bench have other people each time: it is the right one.
        if (view.state === 'waiting') await post(`/api/imports/${id}/confirm`);
        else if (!['reading', 'counting', 'evaluating'].includes(view.state))
          throw new Error(`The import is ${view.state}.`);
        await sleep(100);
      }
    },
  };
}

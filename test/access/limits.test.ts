import { readFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import type { Refusal } from '@clearance/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUpload } from '../flow/raw-upload.ts';
import type { Client } from '../support/client.ts';
import { makeCounty, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';

describe('what one request, person or county may take', () => {
  let installation: Installation;
  let here: County<'reviewer'>;
  let there: County<never>;
  let admin: Client;

  beforeAll(async () => {
    installation = await startInstallation({
      workers: 0,
      env: {
        UPLOAD_IDLE_SECONDS: '10',
        UPLOADS_PER_COUNTY: '2',
        EVENT_STREAMS_PER_PERSON: '2',
        EVENT_STREAMS_PER_COUNTY: '3',
        SIMULATIONS_PER_COUNTY: '1',
      },
    });
    here = await makeCounty(installation, { name: 'ALPINE', staff: { reviewer: ['reviewer'] } });
    there = await makeCounty(installation, { name: 'SIERRA' });
    admin = here.people.admin.client;
  });
  afterAll(async () => {
    expect(installation.faults).toEqual([]);
    await installation.stop();
  });

  const send = (path: string, body: string) =>
    fetch(`${installation.base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: admin.cookie },
      body,
    });

  it.each([
    ['/api/policies/check', (deep: string) => `{"body":${deep}}`],
    ['/api/auth/login', (deep: string) => deep],
    ['/api/simulations', (deep: string) => `{"candidate":${deep}}`],
    ['/api/policy-drafts', (deep: string) => `{"from":"preset:la-2020","title":${deep}}`],
    ['/api/no-such-route', (deep: string) => deep],
  ])('60,000 levels of JSON are refused in a sentence: %s', async (path, around) => {
    const kinds = [`${'['.repeat(60_000)}${']'.repeat(60_000)}`, `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`];
    for (const deep of kinds) {
      const answer = await send(path, around(deep));
      expect(answer.status).toBe(400);
      const { code, message, requestId } = (await answer.json()) as Refusal;
      expect(code).toBe('too_deep');
      expect(message).toMatch(/^The request nests values more than 200 levels deep.*\.$/);
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('nor is a deep filter of a list a fault of ours', async () => {
    const deep = `${'['.repeat(6_000)}${']'.repeat(6_000)}`;
    const answer = await admin.get<Refusal>(`/api/policies?filter=${deep}`);
    expect([400, 422, 431]).toContain(answer.status);
  });

  it('an address has one spelling, and nothing that is answered anywhere is kept by a cache', async () => {
    for (const path of ['/api/me', '/api/policies', '/healthz', '/metrics', '/api/no-such-route']) {
      expect((await admin.get(path)).headers.get('cache-control'), path).toBe('no-store');
    }
    for (const path of ['/API/me', '/Api/policies', '/api/ME', '/METRICS', '/Healthz', '//api/me', '/%61pi/me']) {
      const answer = await admin.get(path);
      expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-store']);
      if (path !== '/%61pi/me') expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  it('an upload goes on while something comes, and is ended when nothing does', async () => {
    const server: Server = installation.api.getHttpServer();
    expect(server.requestTimeout).toBe(0);
    const bytes = await fileBytes(91);
    const slow = openUpload(there.people.admin.client, [{ bytes }]);
    let sent = 100;
    // As long as it takes until one is ended and then another: longer than a whole upload might take if progress were nothing.
    for (let time = 0; time < 2; time += 1) {
      const idle = openUpload(admin, [{ bytes }]);
      await idle.sendTo(100);
      let isEnded = false;
      const ended = idle.answer().then((answer) => {
        isEnded = true;
        return answer;
      });
      await until(
        async () => {
          await slow.sendTo((sent += 1));
          return isEnded;
        },
        { moves: () => sent },
      );
      expect(await ended).toMatchObject({
        status: 408,
        body: { code: 'upload_idle', message: expect.stringContaining('for 10 seconds') as string },
      });
    }
    expect(await slow.finish()).toMatchObject({ status: 201, body: { same: false } });
  });

  it('so many files of a county at a time, and those of another do not count', async () => {
    const bytes = await fileBytes(92);
    const [one, two] = [openUpload(admin, [{ bytes }]), openUpload(admin, [{ bytes }])];
    for (const upload of [one, two]) await upload.sendTo(300);
    const refused = await until(async () => {
      const answer = await openUpload(admin, [{ bytes: Buffer.from('x') }]).finish();
      return answer.status === 429 ? answer : undefined;
    });
    expect(refused.body).toMatchObject({ code: 'too_many_uploads', details: { most: 2 } });
    const foreign = await openUpload(there.people.admin.client, [{ bytes: Buffer.from('x') }]).finish();
    expect(foreign.body.code).toBe('wrong_file_type');
    one.cut();
    two.cut();
    await until(async () => (await openUpload(admin, [{ bytes: Buffer.from('x') }]).finish()).status === 422);
  });

  it('so many streams of a person and of a county, and one more for each that ends', async () => {
    const { client } = here.people.reviewer;
    const [a, b, c] = [await listen(admin), await listen(admin), await listen(client)];
    expect([a.status, b.status, c.status]).toEqual([200, 200, 200]);
    for (const who of [admin, client]) {
      const refused = await listen(who);
      expect(refused.status).toBe(429);
      expect(refused.body).toMatchObject({ code: 'too_many_streams' });
    }
    const foreign = await listen(there.people.admin.client);
    expect(foreign.status).toBe(200);
    a.stop();
    await until(async () => {
      const again = await listen(client);
      again.stop();
      return again.status === 200;
    });
    for (const stream of [b, c, foreign]) stream.stop();
  });

  it('so many simulations of a county that wait or run', async () => {
    await publishPolicy(admin, 'sf-2018');
    const tries = (name: string) => admin.post<Refusal>('/api/simulations', { candidate: `preset:${name}` });
    expect((await tries('la-2020')).status).toBeLessThan(300);
    expect(await tries('la-2021')).toMatchObject({ status: 429, body: { code: 'too_many_simulations' } });
    // The very same is answered, not opened.
    expect((await tries('la-2020')).status).toBeLessThan(300);
  });

  const fileBytes = async (seed: number) =>
    readFileSync((await sampleFile({ county: 'SIERRA', rows: 300, seed })).path);

  function listen(client: Client): Promise<{ status: number; body?: Partial<Refusal>; stop(): void }> {
    return new Promise((resolve, reject) => {
      const asked = request(`${installation.base}/api/events`, {
        agent: false,
        headers: { cookie: client.cookie, accept: 'text/event-stream' },
      });
      asked.on('error', reject);
      asked.on('response', (response) => {
        const stop = () => void response.destroy();
        response.on('error', () => undefined);
        if (response.statusCode === 200) return resolve({ status: 200, stop });
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Partial<Refusal>, stop }),
        );
      });
      asked.end();
    });
  }
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hire, importFile, makeCounty, type County, type Person } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { pause, until } from '../support/until.ts';
import { faultsOf } from './oracle.ts';
import { openUpload } from './raw-upload.ts';
import { filesOf, standOf } from './stand.ts';

let installation: Installation;
let county: County<never>;
let bytes: Buffer;
let sender: Person;
let counties = 0;
const change = (sql: string, values: unknown[]) => query(installation.database.superUrl, sql, values);

beforeAll(async () => {
  bytes = readFileSync((await sampleFile({ county: 'YOLO', rows: 1_500, seed: 22 })).path);
  installation = await startInstallation();
});
afterAll(() => installation?.stop());
beforeEach(async () => {
  county = await makeCounty(installation, { name: `YOLO ${(counties += 1)}` });
  sender = county.people.admin;
});

/** The upload has begun: its bytes go to a file that does not count yet. */
const begun = () => until(() => filesOf(installation, county.id).some((name) => name.endsWith('.part')));

describe('an upload that breaks off', () => {
  it.each([1, 50, 99])('at %i percent of its bytes leaves no row and no file', async (percent) => {
    const before = await standOf(installation, county.id);
    const upload = openUpload(sender.client, [{ bytes }]);
    await upload.sendTo(Math.floor((upload.length * percent) / 100));
    await begun();
    upload.cut();
    await until(() => filesOf(installation, county.id).length === before.files.length);
    expect(await standOf(installation, county.id)).toEqual(before);
  });

  it('at its very beginning leaves nothing, and the api standing', async () => {
    const before = await standOf(installation, county.id);
    for (let delay = 0; delay < 30; delay += 1) {
      const upload = openUpload(sender.client, [{ bytes }]);
      await upload.sendTo(300);
      await pause(delay / 3);
      upload.cut();
    }
    await until(() => filesOf(installation, county.id).length === 0);
    expect(await standOf(installation, county.id)).toEqual(before);
    expect((await sender.client.get('/api/me')).status).toBe(200);
  });

  it('in the frame behind the last byte of the file leaves nothing either', async () => {
    const before = await standOf(installation, county.id);
    const upload = openUpload(sender.client, [{ bytes }]);
    await upload.sendTo(upload.length - 3);
    await until(() => filesOf(installation, county.id).length > 0);
    upload.cut();
    await until(() => !filesOf(installation, county.id).some((name) => name.endsWith('.part')));
    expect(await standOf(installation, county.id)).toEqual(before);
  });
});

describe('an upload whose sender loses the right to it while the bytes flow', () => {
  const losses: readonly [how: string, lose: () => Promise<unknown>, regain?: () => Promise<unknown>][] = [
    ['signs out', () => sender.client.post('/api/auth/logout')],
    [
      'is signed in for longer than a session lasts',
      () =>
        change(`UPDATE session SET created_at = created_at - interval '13 hours' WHERE member_id = $1`, [
          sender.memberId,
        ]),
    ],
    [
      'is suspended',
      async () => {
        const { client } = await hire(installation.base, sender.client, `other.${county.id}@yolo.example`, [
          'county_admin',
        ]);
        await client.put(`/api/members/${sender.memberId}`, { version: 1, status: 'suspended' });
      },
    ],
    [
      'works in a county that is suspended',
      () => change(`UPDATE county SET status = 'suspended' WHERE id = $1`, [county.id]),
      () => change(`UPDATE county SET status = 'active' WHERE id = $1`, [county.id]),
    ],
  ];
  it.each(losses)('imports nothing: she %s', async (_, lose, regain) => {
    const upload = openUpload(sender.client, [{ bytes }]);
    await upload.sendTo(Math.floor(upload.length / 2));
    await begun();
    await lose();
    const before = await standOf(installation, county.id);
    const answer = await upload.finish().finally(() => regain?.());
    expect([answer.status, answer.body.code]).toEqual([401, 'not_signed_in']);
    expect(await standOf(installation, county.id)).toEqual({ ...before, files: [] });
  });
});

describe('an upload that cannot be written down', () => {
  it('leaves no row and no file when the log refuses it', async () => {
    const before = await standOf(installation, county.id);
    await change(
      `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'the disk is full' USING ERRCODE = '53100'; END $$;
       CREATE TRIGGER full_disk BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION full_disk();`,
      [],
    );
    const upload = openUpload(sender.client, [{ bytes }]);
    const answer = await upload.finish().finally(() => change(`DROP FUNCTION full_disk CASCADE`, []));
    expect([answer.status, answer.body.code]).toEqual([507, 'storage_full']);
    expect(JSON.stringify(answer.body)).not.toContain('the disk is full');
    expect(await standOf(installation, county.id)).toEqual(before);
  });

  it('can be sent again, and then counts whole', async () => {
    const upload = openUpload(sender.client, [{ bytes }]);
    await upload.sendTo(Math.floor(upload.length / 2));
    upload.cut();
    const imported = await importFile(sender.client, { name: 'again.dat', bytes: bytes.toString() });
    expect(imported).toMatchObject({ state: 'waiting', rows: 1_500, rejected: 0, otherCounty: 'YOLO' });
    await until(() => filesOf(installation, county.id).length === 1);
    expect(filesOf(installation, county.id)).toEqual([imported.id]);
    expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
    expect(installation.faults).toEqual([expect.stringContaining('the disk is full')]);
  });
});

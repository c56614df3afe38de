import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Refusal } from '@clearance/contract';
import { manyConvictions } from '../flow/many-convictions.ts';
import { faultsOf } from '../flow/oracle.ts';
import { standOf } from '../flow/stand.ts';
import { importFile } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { canMount, smallDisk, type SmallDisk } from './small-disk.ts';
import { workedCounty, type WorkedCounty } from './worked-county.ts';

const mountable = canMount(inject('folder'));
const MEGABYTE = 1024 ** 2;

describe.skipIf(!mountable)(
  `the folder of files on a full disk${mountable ? '' : ' (no file system can be mounted here)'}`,
  () => {
    let disk: SmallDisk | undefined;
    let installation: Installation;
    let county: WorkedCounty;
    beforeAll(async () => {
      disk = smallDisk(join(inject('folder'), `files-${randomBytes(4).toString('hex')}`), MEGABYTE);
      installation = await startInstallation({ env: { FILES_DIR: disk?.path } });
      county = await workedCounty(installation);
    });
    afterAll(async () => {
      await installation?.stop();
      disk?.remove();
    });

    it('an upload that does not fit is refused by name and leaves nothing; with room the same file is imported', async () => {
      const { client } = county.people.admin;
      const file = await manyConvictions('FRESNO', 3_000);
      expect(file.bytes.length).toBeGreaterThan(1.5 * MEGABYTE);
      const before = await standOf(installation, county.id);
      const { status, body } = await client.upload<Refusal>(file);
      expect([status, body.code]).toEqual([507, 'storage_full']);
      expect(await standOf(installation, county.id)).toEqual(before);
      expect(
        readdirSync(disk?.path ?? '', { recursive: true }).filter((name) => !String(name).endsWith(county.id)),
      ).toEqual([]);

      disk?.grow(64 * MEGABYTE);
      expect(await importFile(client, file)).toMatchObject({ state: 'done', rejected: 0 });
      await county.quiet();
      expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
    });
  },
);

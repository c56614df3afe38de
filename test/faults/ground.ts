import { randomBytes } from 'node:crypto';
import type { ConvictionFilter } from '@clearance/contract';
import { findAllGood, lookAt } from '../flow/deciding.ts';
import { manyConvictions } from '../flow/many-convictions.ts';
import { startInstallation } from '../support/installation.ts';
import type { TestDatabase } from '../support/database.ts';
import { workedCounty } from './worked-county.ts';

export const waiting: ConvictionFilter = { state: ['recommended'] };

/** A county in which so many convictions wait for an approver, who has looked at the sample: one click, and the work begins. */
export interface Ground {
  readonly database: TestDatabase;
  readonly masterKey: string;
  readonly countyId: string;
  /** The approver's address for signing in. */
  readonly approver: string;
  readonly count: number;
}

/** Prepares it in a database in which nobody is left afterwards, so that it can be copied for every rehearsal. */
export async function prepareGround(where: Pick<Ground, 'database'>, count: number): Promise<Ground> {
  const masterKey = randomBytes(32).toString('base64');
  const installation = await startInstallation({
    database: where.database,
    workers: 2,
    env: { MASTER_KEY: masterKey },
  });
  try {
    const county = await workedCounty(installation);
    const { approver } = county.people;
    await county.upload(await manyConvictions('FRESNO', count));
    await county.quiet();
    await county.recommendAll();
    await county.quiet();
    const seen = await lookAt(approver.client, waiting);
    if (seen.count !== count) throw new Error(`${seen.count} of ${count} wait for an approver.`);
    await findAllGood(approver.client, waiting, seen);
    return {
      // Its server may move to another port.
      get database() {
        return where.database;
      },
      ...{ masterKey, countyId: county.id, approver: approver.email, count },
    };
  } finally {
    await installation.stop();
  }
}

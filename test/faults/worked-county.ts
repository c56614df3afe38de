import type { BulkReviewRow, ImportRow, Role } from '@clearance/contract';
import { ledgerOf, makeCounty, publishPolicy, type County } from '../support/county.ts';
import type { Reachable } from '../support/installation.ts';
import { until } from '../support/until.ts';
import { findAllGood, lookAt, startBulk } from '../flow/deciding.ts';

const staff = { reviewer: ['reviewer'], approver: ['approver'] } as const satisfies Record<string, readonly Role[]>;

/** A county with a policy, and the acts that start long work in it; each answers at once. */
export interface WorkedCounty {
  readonly id: string;
  readonly people: County<keyof typeof staff>['people'];
  upload(file: string | { name: string; bytes: Uint8Array<ArrayBuffer> | string }): Promise<string>;
  /** Recommends everything that the policy dismisses, with a note. */
  recommendAll(): Promise<string>;
  approveAll(): Promise<string>;
  importOf(id: string): Promise<ImportRow>;
  /** Whether some work is running. */
  isOpen(): Promise<boolean>;
  /** Waits until no work is running. */
  quiet(): Promise<void>;
}

export async function workedCounty(installation: Reachable, name = 'FRESNO'): Promise<WorkedCounty> {
  const { id, people } = await makeCounty(installation, { name, staff });
  const { admin, reviewer, approver } = people;
  const running = async () =>
    (await admin.client.get<unknown[]>(`/api/work?filter=${encodeURIComponent('{"state":"running"}')}`)).body.length;
  const bulk = async (...started: Parameters<typeof startBulk>) => {
    const { status, body } = await startBulk<BulkReviewRow>(...started);
    if (status !== 202) throw new Error(`The bulk decision was refused: ${JSON.stringify(body)}`);
    return body.id;
  };
  await publishPolicy(admin.client, 'prop64-dismiss-all');
  return {
    ...{ id, people },
    upload: async (file) => {
      const { status, body } = await admin.client.upload(file);
      if (status !== 201) throw new Error(`The file was refused: ${JSON.stringify(body)}`);
      return body.id;
    },
    recommendAll: async () => {
      const filter = { state: ['evaluated' as const], outcome: ['dismiss' as const] };
      const act = { verb: 'recommend', decision: 'dismiss', note: 'A rehearsal.' } as const;
      return bulk(reviewer.client, act, filter, await lookAt(reviewer.client, filter));
    },
    approveAll: async () => {
      const filter = { state: ['recommended' as const] };
      const seen = await lookAt(approver.client, filter);
      await findAllGood(approver.client, filter, seen);
      return bulk(approver.client, { verb: 'approve' }, filter, seen);
    },
    importOf: async (importId) => (await admin.client.get<ImportRow>(`/api/imports/${importId}`)).body,
    isOpen: async () => (await running()) > 0,
    quiet: async () => {
      await until(async () => (await running()) === 0, { moves: ledgerOf(admin.client) });
    },
  };
}

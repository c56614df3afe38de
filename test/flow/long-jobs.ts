import type { ConvictionFilter, ImportRow, Role, Work, WorkKind } from '@clearance/contract';
import { listOf, type Client } from '../support/client.ts';
import type { County } from '../support/county.ts';
import { until } from '../support/until.ts';
import { findAllGood, lookAt, startBulk } from './deciding.ts';
import { manyConvictions } from './many-convictions.ts';

export const staff = {
  ...{ reviewer: ['reviewer'], second: ['reviewer'], approver: ['approver'], auditor: ['compliance'] },
} as const satisfies Record<string, readonly Role[]>;
export type Worked = County<keyof typeof staff>;
type Who = keyof Worked['people'];

/** More than one job's worth of people and of convictions. */
export const CONVICTIONS = 1_200;

/** A long job as a person starts it. */
export interface LongJob {
  readonly kind: WorkKind;
  readonly name: string;
  readonly by: Who;
  /** The tables that its jobs write, one for each phase: what breaks or holds it in the middle. */
  readonly tables: readonly string[];
  /** What another session holds so that it stops in the middle; its first table unless told. */
  readonly lock?: string;
  /** Answers the id of the work. */
  readonly start: (county: Worked) => Promise<string>;
  /** What somebody ended of it is thrown away, or it cannot be ended: there is nothing to resume. */
  readonly endsForGood?: true;
}

const idOf = async (answer: Promise<{ status: number; body: { id: string } }>): Promise<string> => {
  const { body, status } = await answer;
  if (status >= 300) throw new Error(`It was refused: ${JSON.stringify(body)}`);
  return body.id;
};
const newest = (client: Client, kind: WorkKind) =>
  until(async () => (await client.get<Work[]>(listOf('/api/work', { filter: { kind } }))).body[0]?.id);

async function bulk(client: Client, verb: 'recommend' | 'approve', filter: ConvictionFilter): Promise<string> {
  const seen = await lookAt(client, filter);
  if (verb === 'approve') await findAllGood(client, filter, seen);
  const act = verb === 'recommend' ? ({ verb, decision: 'dismiss' } as const) : { verb };
  return idOf(startBulk(client, act, filter, seen));
}

/** Every long job that people start, in the order of the work. */
export const longJobs: readonly LongJob[] = [
  {
    ...{ kind: 'import', name: 'an import', by: 'admin', tables: ['history_part', 'person'], endsForGood: true },
    start: async ({ name, people }) => idOf(people.admin.client.upload(await manyConvictions(name, CONVICTIONS))),
  },
  {
    ...{ kind: 'evaluation', name: 'an evaluation', by: 'admin', tables: ['determination'] },
    start: async ({ people }) => {
      await idOf(people.admin.client.post('/api/policies', { preset: 'prop64-dismiss-all' }));
      return newest(people.admin.client, 'evaluation');
    },
  },
  {
    ...{
      kind: 'impact',
      name: 'a count of the figures',
      by: 'reviewer',
      tables: ['simulation_part'],
      endsForGood: true,
    },
    start: async ({ people }) => {
      const { client } = people.reviewer;
      return idOf(
        client.post<{ workId: string }>('/api/impact', { asOf: '2030-01-01' }).then(({ body, status }) => ({
          ...{ status, body: { id: body.workId } },
        })),
      );
    },
  },
  {
    ...{ kind: 'simulation', name: 'a simulation', by: 'admin', tables: ['simulation_part'], endsForGood: true },
    start: ({ people }) => idOf(people.admin.client.post('/api/simulations', { candidate: 'preset:la-2020' })),
  },
  {
    ...{ kind: 'bulk_review', name: 'a bulk recommendation', by: 'reviewer', tables: ['recommendation'] },
    start: ({ people }) => bulk(people.reviewer.client, 'recommend', { state: ['evaluated'], outcome: ['dismiss'] }),
  },
  {
    ...{ kind: 'bulk_review', name: 'a bulk approval', by: 'approver', tables: ['approval'] },
    start: ({ people }) => bulk(people.approver.client, 'approve', { state: ['recommended'] }),
  },
  {
    ...{ kind: 'annotated_export', name: 'an annotated file', by: 'admin', tables: ['annotated_line'] },
    start: async ({ people }) => {
      const [file] = (await people.admin.client.get<ImportRow[]>('/api/imports')).body;
      const why = { purpose: 'For the court', recipient: 'The clerk of the court' };
      return idOf(people.admin.client.post(`/api/imports/${file?.id ?? ''}/annotated`, why));
    },
  },
  {
    ...{ kind: 'audit_export', name: 'an export of the log', by: 'auditor', tables: ['audit_export_file'] },
    // Its last step has the work itself locked already; its first has the log signed.
    lock: 'LOCK TABLE audit_checkpoint IN SHARE MODE',
    start: ({ people }) =>
      idOf(
        people.auditor.client.post('/api/audit-exports', { filter: { action: 'import.create' }, purpose: 'A look' }),
      ),
  },
];

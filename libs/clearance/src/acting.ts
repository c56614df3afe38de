import { now, NIL_ID, one, systemCtx, type Ctx, type JobData, type Tx } from '@clearance/platform';
import type { Role } from '@clearance/contract';

/** The context of a job: it carries out the act of the person who started the work, with the roles she has now. */
export async function actingFor(tx: Tx, job: JobData, memberId: string): Promise<Ctx> {
  const ctx = systemCtx(job.countyId, job.id, now());
  if (memberId === NIL_ID) return ctx;
  const member = await one<{ roles: Role[] }>(tx, `SELECT roles FROM member WHERE id = $1`, [memberId]);
  return { ...ctx, actor: { kind: 'person', memberId, roles: member?.roles ?? [] } };
}

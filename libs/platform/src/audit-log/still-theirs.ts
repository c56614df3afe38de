import type { Ctx } from '../context.ts';
import { one, type Tx } from '../db/in-county.ts';
import { Refused } from '../refused.ts';
import type { Act } from './audit-log.ts';

/** A job would act in the name of somebody who was suspended, or who no longer holds the roles it acts in. */
export class NameWithdrawn extends Error {
  constructor() {
    super('The job acts in the name of somebody whose access has ended.');
    this.name = 'NameWithdrawn';
  }
}

/**
 * Nothing is done in somebody's name once they are suspended, or in a role that was taken from them: neither by a request
 * that was on its way nor by a job. Call it with the head of the log locked, which a suspension takes as well: so every act
 * stands before the suspension in the log, or is refused. Refusals are noted all the same. Throws `not_signed_in` for a
 * request, `NameWithdrawn` for a job.
 */
export async function mustStillBeTheirs(tx: Tx, { actor }: Ctx, acts: readonly Act[]): Promise<void> {
  if (actor.kind !== 'person' || acts.every(({ outcome }) => outcome === 'refused')) return;
  // An operator who acts in a county is no member of it.
  const gone = await one(tx, `SELECT 1 FROM member WHERE id = $1 AND (status <> 'active' OR NOT roles @> $2::text[])`, [
    actor.memberId,
    actor.roles,
  ]);
  if (!gone) return;
  throw actor.sessionId ? new Refused('not_signed_in') : new NameWithdrawn();
}

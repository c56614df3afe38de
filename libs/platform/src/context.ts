import type { Actor } from '@clearance/contract';

/**
 * Who asks for what, in which county, and when: the first argument of every use case. `system` acts for jobs that no
 * person asked for, `anonymous` is somebody whose sign-in failed; both have the nil member id and no role.
 */
export interface Ctx {
  readonly countyId: string;
  readonly actor: Actor & { readonly kind: 'person' | 'system' | 'anonymous'; readonly sessionId?: string };
  readonly requestId: string;
  readonly address?: string;
  readonly authenticatedAt?: Date;
  readonly now: Date;
}

export const NIL_ID = '00000000-0000-0000-0000-000000000000';
/** The installation is a tenant like any county: its staff are the operators, its log holds what belongs to no county. */
export const INSTALLATION_ID = '00000000-0000-4000-8000-000000000001';

/** The context of a job or of the installation itself. `startedBy` keeps the person whose act the job carries out. */
export function systemCtx(countyId: string, requestId: string, at: Date): Ctx {
  return { countyId, actor: { kind: 'system', memberId: NIL_ID, roles: [] }, requestId, now: at };
}

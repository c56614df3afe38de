import {
  abilityFor,
  workKinds,
  workSeenBy,
  type Actor,
  type Permission,
  type Work,
  type WorkKind,
} from '@clearance/contract';

/** Which of these permissions it takes to start a kind of work, and so to end it and to let it go on; any one will do. */
export const rightsOf: Readonly<Record<WorkKind, readonly Permission[]>> = {
  import: ['create import'],
  evaluation: ['publish policy'],
  bulk_review: ['recommend conviction', 'approve conviction'],
  audit_export: ['create audit_export'],
  simulation: ['draft policy'],
  impact: ['read stats'],
  annotated_export: ['export import'],
  court_list: ['export import'],
  people_index: ['create import'],
  release: ['approve conviction', 'change setting'],
};

/** Work that carries somebody's signature to each of many: what was ended goes on only on her own word. */
const signed: ReadonlySet<WorkKind> = new Set(['bulk_review']);

/** What the ledger knows of a work that decides who may touch it. */
export interface Touchable extends Pick<Work, 'kind' | 'state'> {
  readonly touch: {
    readonly startedBy: string;
    readonly rights: readonly Permission[];
    readonly cancellable: boolean;
    readonly resumable: boolean;
  };
}

/** Whether the actor could have started it. */
export function mayTouch(actor: Actor, { touch }: Pick<Touchable, 'touch'>): boolean {
  const ability = abilityFor(actor);
  return touch.rights.some((right) => {
    const [verb = '', noun = ''] = right.split(' ');
    return ability.can(verb, noun);
  });
}

/** Whether it is somebody else's signature that would go on: only the person herself may let it. */
export const isSignedByAnother = (actor: Actor, { kind, state, touch }: Touchable): boolean =>
  state === 'cancelled' && signed.has(kind) && touch.startedBy !== actor.memberId;

/** The kinds of work that the actor is told of. */
export function kindsSeenBy(actor: Actor): WorkKind[] {
  const ability = abilityFor(actor);
  return workKinds.filter((kind) => {
    const [verb = '', noun = ''] = workSeenBy[kind].split(' ');
    return ability.can(verb, noun);
  });
}

/** What the actor may do with the work as it stands. Pure. */
export function touches(actor: Actor, work: Touchable): Pick<Work, 'mayCancel' | 'mayResume'> {
  const may = mayTouch(actor, work);
  const ended = work.state === 'failed' || work.state === 'cancelled';
  return {
    mayCancel: may && work.touch.cancellable && ['running', 'waiting', 'failed'].includes(work.state),
    mayResume: may && ended && work.touch.resumable && !isSignedByAnother(actor, work),
  };
}

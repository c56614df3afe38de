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

/** Who may end a kind of work beside those who could start it, without being able to let it go on. */
const alsoEndedBy: Readonly<Partial<Record<WorkKind, Permission>>> = { bulk_review: 'cancel bulk_review' };

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
export const mayTouch = (actor: Actor, { touch }: Pick<Touchable, 'touch'>): boolean => holdsAny(actor, touch.rights);

/** Whether the actor may end it: whoever could have started it, and who is set over it. */
export function mayEnd(actor: Actor, { kind, touch }: Pick<Touchable, 'kind' | 'touch'>): boolean {
  const also = alsoEndedBy[kind];
  return holdsAny(actor, also ? [...touch.rights, also] : touch.rights);
}

function holdsAny(actor: Actor, rights: readonly Permission[]): boolean {
  const ability = abilityFor(actor);
  return rights.some((right) => {
    const [verb = '', noun = ''] = right.split(' ');
    return ability.can(verb, noun);
  });
}

/** Whether it is somebody else's signature that would go on: only the person herself may let it. */
export const isSignedByAnother = (actor: Actor, { kind, state, touch }: Touchable): boolean =>
  state === 'cancelled' && signed.has(kind) && touch.startedBy !== actor.memberId;

/** In whose name a kind of work goes on: where it signs for nobody, in that of whoever lets it go on. */
export const goesOnInTheirName = (kind: WorkKind): boolean => signed.has(kind);

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
  const ended = work.state === 'failed' || work.state === 'cancelled';
  return {
    mayCancel: mayEnd(actor, work) && work.touch.cancellable && ['running', 'waiting', 'failed'].includes(work.state),
    mayResume: mayTouch(actor, work) && ended && work.touch.resumable && !isSignedByAnother(actor, work),
  };
}

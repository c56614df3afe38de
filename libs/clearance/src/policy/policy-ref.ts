import { presetNamed } from '@clearance/eligibility';
import { one, Refused, type Tx } from '@clearance/platform';

/** A policy that somebody named: a published version, a draft as it stands, or a preset. */
export interface NamedPolicy {
  readonly ref: string;
  readonly kind: 'policy' | 'draft' | 'preset';
  /** Anything, where it is a draft. */
  readonly body: unknown;
  readonly title: string;
  readonly version: number | null;
}

/** What a reference such as `draft:UUID` names, in the transaction's county. Throws `not_found`. */
export async function policyNamed(tx: Tx, ref: string): Promise<NamedPolicy> {
  const [kind, id] = ref.split(':', 2) as [NamedPolicy['kind'], string];
  const found = kind === 'preset' ? preset(id) : await stored(tx, kind, id);
  if (!found) throw new Refused('not_found');
  return { ref, kind, ...found };
}

/** What a person calls it. */
export const labelOf = ({ title, version }: Pick<NamedPolicy, 'title' | 'version'>): string =>
  version === null ? title : `${title}, version ${version}`;

type Found = Pick<NamedPolicy, 'body' | 'title' | 'version'>;

function preset(name: string): Found | undefined {
  const body = presetNamed(name);
  return body && { body, title: body.title, version: null };
}

async function stored(tx: Tx, kind: 'policy' | 'draft', id: string): Promise<Found | undefined> {
  if (kind === 'policy')
    return one<Found>(tx, `SELECT body, body->>'title' AS title, version FROM policy WHERE id = $1`, [id]);
  const draft = await one<{ body: string; title: string }>(tx, `SELECT body, title FROM policy_draft WHERE id = $1`, [
    id,
  ]);
  return draft && { body: JSON.parse(draft.body) as unknown, title: draft.title, version: null };
}

import type { Policy } from '@clearance/contract';

type Noted = Pick<Policy, 'confirm' | 'rules' | 'otherwise'>;

/** How many notes of a policy an attorney has still to confirm. */
export const countNotes = ({ confirm, otherwise, rules }: Noted): number =>
  [confirm, ...rules.map((rule) => rule.confirm), otherwise.confirm].filter((note) => note !== undefined).length;

/** How many notes an attorney must still confirm, in words; empty where there are none. */
export function notesWarning(policy: Noted): string {
  const count = countNotes(policy);
  if (count === 0) return '';
  return count === 1
    ? '1 point is marked “To confirm”: an attorney has not confirmed it yet.'
    : `${count} points are marked “To confirm”: an attorney has not confirmed them yet.`;
}

/** The same, before the policy is published. */
export function publishWarning(policy: Noted): string {
  const says = notesWarning(policy);
  return says === '' ? '' : `${says} You can publish the policy before that.`;
}

import type { Ability, Permission } from '@clearance/contract';

/** What the access check needs to know of a screen. */
export interface Guarded {
  readonly name: string;
  readonly permission: Permission;
  readonly covers?: readonly string[];
}

const readings = ['list', 'show', 'read', 'export'];

/** Whether a permission of the table is held; an approval is held here when any conviction could be approved. */
export function holds(ability: Ability, permission: Permission): boolean {
  const [verb, noun] = permission.split(' ') as [string, string];
  return ability.can(verb, noun);
}

/**
 * The answer to react-admin's question whether `action` on `resource` is allowed. Lists and records need the
 * permission that the screen declares, anything else the verb of that name on the screen's noun. Unknown means no.
 */
export function allows(
  ability: Ability,
  screens: readonly Guarded[],
  { action, resource }: { action: string; resource: string },
): boolean {
  const screen = screens.find(({ name, covers = [] }) => name === resource || covers.includes(resource));
  if (!screen) return ability.can(readings.includes(action) ? 'read' : action, resource);
  if (readings.includes(action)) return holds(ability, screen.permission);
  const [, noun] = screen.permission.split(' ') as [string, string];
  return ability.can(action, noun);
}

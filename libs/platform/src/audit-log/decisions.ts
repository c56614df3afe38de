import { isReading } from '@clearance/audit';
import type { Act } from './audit-log.ts';

/** What acts are about that move a conviction on, or change by which rules or on which facts it is decided. */
const DECIDED: ReadonlySet<string> = new Set([
  ...['import', 'conviction', 'policy', 'simulation', 'evaluation', 'determination', 'recommendation', 'bulk_review'],
  ...['approval', 'release', 'filing', 'order', 'sealing', 'fact'],
]);

/**
 * Whether an act decides something, which reading never does. While the log is damaged such acts are refused; people can
 * still come in, look, see who did what, and verify and export the log, since that is how the damage is found.
 */
export function isDecision({ action, outcome = 'success' }: Pick<Act, 'action' | 'outcome'>): boolean {
  return outcome === 'success' && !isReading(action) && DECIDED.has(action.split('.', 1)[0] ?? '');
}

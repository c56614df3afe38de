import type { Policy } from '../policy/policy.ts';
import { la2020 } from './la-2020.ts';
import { prop64DismissAll } from './prop64-dismiss-all.ts';

/** The policies shipped, ready to be evaluated or copied. */
export const presets: readonly Policy[] = [prop64DismissAll, la2020];

/** A shipped policy by its name; undefined when there is none of that name. */
export function presetNamed(name: string): Policy | undefined {
  return presets.find((policy) => policy.name === name);
}

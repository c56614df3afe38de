import type { Policy } from '../policy/policy.ts';
import { hs113619 } from './hs-11361-9.ts';
import { la2020 } from './la-2020.ts';
import { la2021 } from './la-2021.ts';
import { miCleanSlate } from './mi-clean-slate.ts';
import { prop64DismissAll } from './prop64-dismiss-all.ts';
import { sacramento2019 } from './sacramento-2019.ts';
import { sanDiego2020 } from './san-diego-2020.ts';
import { sf2018 } from './sf-2018.ts';

/** The policies shipped, ready to be evaluated or copied. */
export const presets: readonly Policy[] = [
  prop64DismissAll,
  la2020,
  la2021,
  sf2018,
  sacramento2019,
  sanDiego2020,
  hs113619,
  miCleanSlate,
];

/** A shipped policy by its name; undefined when there is none of that name. */
export function presetNamed(name: string): Policy | undefined {
  return presets.find((policy) => policy.name === name);
}

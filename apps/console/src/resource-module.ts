import type { Me, Permission, Stats, Work } from '@clearance/contract';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';

/** What the rail knows when it counts what waits; `stats` is absent for those who may not read figures. */
export interface Figures {
  readonly me: Me;
  readonly stats: Stats | undefined;
  readonly work: readonly Work[];
}

/** One screen of the console. A folder exports one from its `index.ts`, and `resources.ts` lists it. */
export interface ResourceModule {
  /** Path of the list in the address and below `/api`. */
  readonly name: string;
  /** `label` is the word in the rail. */
  readonly options: { readonly label: string };
  readonly icon: ComponentType<SvgIconProps>;
  /** Needed to see the screen at all; without it the screen is absent. */
  readonly permission: Permission;
  /** Further lists below `/api` that this screen reads under the same permission: `['invitations']`. */
  readonly covers?: readonly string[];
  readonly list?: ComponentType;
  readonly show?: ComponentType;
  readonly create?: ComponentType;
  /** Further pages inside the shell, each with its whole path: `/policies/compare`. */
  readonly routes?: readonly { readonly path: string; readonly page: ComponentType }[];
  /** False keeps the screen out of the rail: it is reached from another one. */
  readonly inRail?: boolean;
  /** How many things here wait for somebody; 0 or undefined shows no count. */
  readonly waiting?: (figures: Figures) => number | undefined;
}

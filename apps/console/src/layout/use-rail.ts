import HomeOutlined from '@mui/icons-material/HomeOutlined';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { Stats } from '@clearance/contract';
import type { ComponentType } from 'react';
import { holds } from '../providers/access.ts';
import { useWork } from '../providers/events.ts';
import { abilityOf, useMe } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';
import { screens } from '../resources.ts';

export interface RailEntry {
  readonly to: string;
  readonly label: string;
  readonly icon: ComponentType<SvgIconProps>;
  /** How many things there wait for somebody. */
  readonly waiting: number;
}

/** The stages that this person may see, in the order of the work, each with what waits there. */
export function useRail(): readonly RailEntry[] {
  const me = useMe();
  const work = useWork();
  const ability = me && abilityOf(me);
  const figures = ability && holds(ability, 'read stats');
  const stats = useApi<Stats>(figures ? '/stats' : undefined, { fresh: 30_000 }).data;
  if (!me || !ability) return [];
  const allowed = screens.filter(({ permission, inRail = true }) => inRail && holds(ability, permission));
  return [
    ...(figures ? [{ to: '/', label: 'Home', icon: HomeOutlined, waiting: 0 }] : []),
    ...allowed.map(({ name, options, icon, waiting }) => ({
      to: `/${name}`,
      label: options.label,
      icon,
      waiting: waiting?.({ me, stats, work }) ?? 0,
    })),
  ];
}

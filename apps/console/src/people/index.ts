import GroupOutlined from '@mui/icons-material/GroupOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const people: ResourceModule = {
  name: 'members',
  options: { label: 'People' },
  icon: GroupOutlined,
  permission: 'read member',
  covers: ['invitations'],
  list: lazyPage(() => import('./PeoplePage.tsx'), 'PeoplePage'),
};

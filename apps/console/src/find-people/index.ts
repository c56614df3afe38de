import PersonSearchOutlined from '@mui/icons-material/PersonSearchOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const findPeople: ResourceModule = {
  name: 'people',
  options: { label: 'Find a person' },
  icon: PersonSearchOutlined,
  permission: 'read conviction',
  // The box for it is on every page.
  inRail: false,
  list: lazyPage(() => import('./FindPage.tsx'), 'FindPage'),
  routes: [{ path: '/people/:id', page: lazyPage(() => import('./PersonPage.tsx'), 'PersonPage') }],
};

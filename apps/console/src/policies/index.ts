import GavelOutlined from '@mui/icons-material/GavelOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const policies: ResourceModule = {
  name: 'policies',
  options: { label: 'Policy' },
  icon: GavelOutlined,
  permission: 'read policy',
  list: lazyPage(() => import('./PolicyPage.tsx'), 'PolicyPage'),
  show: lazyPage(() => import('./PolicyVersionPage.tsx'), 'PolicyVersionPage'),
  create: lazyPage(() => import('./ChoosePolicyPage.tsx'), 'ChoosePolicyPage'),
  routes: [
    {
      path: '/policies/differences',
      page: lazyPage(() => import('../policy-studio/differences/DifferencesPage.tsx'), 'DifferencesPage'),
    },
  ],
};

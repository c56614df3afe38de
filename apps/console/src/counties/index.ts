import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const counties: ResourceModule = {
  name: 'counties',
  options: { label: 'Counties' },
  icon: AccountBalanceOutlined,
  permission: 'read county',
  list: lazyPage(() => import('./CountiesPage.tsx'), 'CountiesPage'),
};

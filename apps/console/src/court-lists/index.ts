import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const courtLists: ResourceModule = {
  name: 'court-lists',
  options: { label: 'Lists for the court' },
  icon: AccountBalanceOutlined,
  permission: 'export import',
  list: lazyPage(() => import('./CourtListsPage.tsx'), 'CourtListsPage'),
};

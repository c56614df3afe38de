import HelpCenterOutlined from '@mui/icons-material/HelpCenterOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const factsAwaited: ResourceModule = {
  name: 'facts-awaited',
  options: { label: 'Facts awaited' },
  icon: HelpCenterOutlined,
  permission: 'read conviction',
  list: lazyPage(() => import('./FactsAwaitedPage.tsx'), 'FactsAwaitedPage'),
};

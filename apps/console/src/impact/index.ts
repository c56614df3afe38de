import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const impact: ResourceModule = {
  name: 'impact',
  options: { label: 'Impact' },
  icon: InsightsOutlined,
  permission: 'read stats',
  list: lazyPage(() => import('./ImpactPage.tsx'), 'ImpactPage'),
};

import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const approvals: ResourceModule = {
  name: 'approvals',
  options: { label: 'Approvals' },
  icon: HowToRegOutlined,
  permission: 'approve conviction',
  list: lazyPage(() => import('./ApprovalsPage.tsx'), 'ApprovalsPage'),
  waiting: ({ stats }) => stats?.toApprove,
};

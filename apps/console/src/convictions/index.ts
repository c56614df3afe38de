import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const convictions: ResourceModule = {
  name: 'convictions',
  options: { label: 'Queue' },
  icon: FactCheckOutlined,
  permission: 'read conviction',
  list: lazyPage(() => import('./QueuePage.tsx'), 'QueuePage'),
  show: lazyPage(() => import('../record/RecordPage.tsx'), 'RecordPage'),
  routes: [
    { path: '/convictions/:id/trace', page: lazyPage(() => import('../record/trace/TracePage.tsx'), 'TracePage') },
  ],
  waiting: ({ stats }) => stats?.toReview,
};

import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const logReviews: ResourceModule = {
  name: 'log-reviews',
  options: { label: 'Weekly review' },
  icon: EventAvailableOutlined,
  permission: 'review audit_event',
  list: lazyPage(() => import('./LogReviewPage.tsx'), 'LogReviewPage'),
  waiting: ({ stats }) => (stats?.logReview?.overdue ? 1 : 0),
};

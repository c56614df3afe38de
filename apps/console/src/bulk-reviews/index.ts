import LibraryAddCheckOutlined from '@mui/icons-material/LibraryAddCheckOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const bulkReviews: ResourceModule = {
  name: 'bulk-reviews',
  options: { label: 'Bulk reviews' },
  icon: LibraryAddCheckOutlined,
  permission: 'read conviction',
  list: lazyPage(() => import('./BulkReviewList.tsx'), 'BulkReviewList'),
  show: lazyPage(() => import('./BulkReviewPage.tsx'), 'BulkReviewPage'),
  create: lazyPage(() => import('./BulkPage.tsx'), 'BulkPage'),
};

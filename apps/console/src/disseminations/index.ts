import OutboundOutlined from '@mui/icons-material/OutboundOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

/** Operators may read their own log, which holds no release of a record: the screen is for whoever reviews one. */
export const disseminations: ResourceModule = {
  name: 'disseminations',
  options: { label: 'Given out' },
  icon: OutboundOutlined,
  permission: 'review audit_event',
  list: lazyPage(() => import('./DisseminationsPage.tsx'), 'DisseminationsPage'),
};

import HistoryEduOutlined from '@mui/icons-material/HistoryEduOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const auditEvents: ResourceModule = {
  name: 'audit-events',
  options: { label: 'Audit log' },
  icon: HistoryEduOutlined,
  permission: 'read audit_event',
  list: lazyPage(() => import('./AuditPage.tsx'), 'AuditPage'),
  show: lazyPage(() => import('./entry/EntryPage.tsx'), 'EntryPage'),
};

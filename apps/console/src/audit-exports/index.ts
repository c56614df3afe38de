import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const auditExports: ResourceModule = {
  name: 'audit-exports',
  options: { label: 'Exports' },
  icon: FileDownloadOutlined,
  permission: 'create audit_export',
  list: lazyPage(() => import('./ExportsPage.tsx'), 'ExportsPage'),
  show: lazyPage(() => import('./show/ExportPage.tsx'), 'ExportPage'),
  create: lazyPage(() => import('./NewExportPage.tsx'), 'NewExportPage'),
};

import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const imports: ResourceModule = {
  name: 'imports',
  options: { label: 'Imports' },
  icon: UploadFileOutlined,
  permission: 'read import',
  list: lazyPage(() => import('./ImportsPage.tsx'), 'ImportsPage'),
  show: lazyPage(() => import('./show/ImportPage.tsx'), 'ImportPage'),
  waiting: ({ work }) =>
    work.filter(({ kind, state }) => kind === 'import' && (state === 'waiting' || state === 'failed')).length,
};

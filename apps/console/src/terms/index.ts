import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const terms: ResourceModule = {
  name: 'terms',
  options: { label: 'Words and agencies' },
  icon: MenuBookOutlined,
  permission: 'read terms',
  list: lazyPage(() => import('./TermsPage.tsx'), 'TermsPage'),
};

import TuneOutlined from '@mui/icons-material/TuneOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

export const settings: ResourceModule = {
  name: 'settings',
  options: { label: 'How we work' },
  icon: TuneOutlined,
  permission: 'change setting',
  list: lazyPage(() => import('./SettingsPage.tsx'), 'SettingsPage'),
};

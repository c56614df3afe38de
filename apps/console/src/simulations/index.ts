import CompareArrowsOutlined from '@mui/icons-material/CompareArrowsOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

/** Policies tried on everybody, before anybody is judged by them. They are reached from the page of the policy. */
export const simulations: ResourceModule = {
  name: 'simulations',
  options: { label: 'Simulations' },
  icon: CompareArrowsOutlined,
  permission: 'read policy',
  list: lazyPage(() => import('./SimulationsPage.tsx'), 'SimulationsPage'),
  show: lazyPage(() => import('./SimulationPage.tsx'), 'SimulationPage'),
  create: lazyPage(() => import('./NewSimulationPage.tsx'), 'NewSimulationPage'),
  routes: [{ path: '/simulations/:id/changes', page: lazyPage(() => import('./moves/MovesPage.tsx'), 'MovesPage') }],
  inRail: false,
};

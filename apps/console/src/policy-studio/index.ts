import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import { lazyPage } from '../lazy-page.ts';
import type { ResourceModule } from '../resource-module.ts';

/** Drafts of the policy. They are listed on the page of the policy, and from there one gets here. */
export const policyDrafts: ResourceModule = {
  name: 'policy-drafts',
  options: { label: 'Drafts' },
  icon: EditNoteOutlined,
  permission: 'draft policy',
  show: lazyPage(() => import('./editor/EditorPage.tsx'), 'EditorPage'),
  routes: [
    {
      path: '/policy-drafts/:id/publish',
      page: lazyPage(() => import('./publish/PublishPage.tsx'), 'PublishPage'),
    },
  ],
  inRail: false,
};

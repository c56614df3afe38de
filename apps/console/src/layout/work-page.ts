import type { Permission, Work } from '@clearance/contract';

/** Where the subject of a job is seen, and who may. */
export interface WorkPage {
  readonly to: string;
  readonly permission: Permission;
}

const pages: Readonly<Record<Work['kind'], (id: string) => WorkPage>> = {
  import: (id) => ({ to: `/imports/${id}/show`, permission: 'read import' }),
  evaluation: () => ({ to: '/policies', permission: 'read policy' }),
  bulk_review: (id) => ({ to: `/bulk-reviews/${id}/show`, permission: 'read conviction' }),
  audit_export: (id) => ({
    to: `/audit-exports/${id}/show`,
    permission: 'create audit_export',
  }),
  simulation: (id) => ({ to: `/simulations/${id}/show`, permission: 'read policy' }),
  impact: () => ({ to: '/impact', permission: 'read stats' }),
  annotated_export: (id) => ({ to: `/imports/${id}/show`, permission: 'read import' }),
  court_list: () => ({ to: '/court-lists', permission: 'export import' }),
  people_index: () => ({ to: '/imports', permission: 'read import' }),
  release: () => ({ to: '/bulk-reviews', permission: 'read conviction' }),
};

/** The page of what a job works on. */
export const workPage = ({ kind, subjectId }: Pick<Work, 'kind' | 'subjectId'>): WorkPage => pages[kind](subjectId);

import type { Permission, Work } from '@clearance/contract';

/** Where the subject of a job is seen, and who may. */
export interface WorkPage {
  readonly to: string;
  readonly permission: Permission;
  /** Who may let the job go on after it stopped. */
  readonly resume: Permission;
}

const pages: Readonly<Record<Work['kind'], (id: string) => WorkPage>> = {
  import: (id) => ({ to: `/imports/${id}/show`, permission: 'read import', resume: 'create import' }),
  evaluation: () => ({ to: '/policies', permission: 'read policy', resume: 'publish policy' }),
  bulk_review: (id) => ({ to: `/bulk-reviews/${id}/show`, permission: 'read conviction', resume: 'read work' }),
  audit_export: (id) => ({
    to: `/audit-exports/${id}/show`,
    permission: 'create audit_export',
    resume: 'create audit_export',
  }),
  simulation: (id) => ({ to: `/simulations/${id}/show`, permission: 'read policy', resume: 'draft policy' }),
  impact: () => ({ to: '/impact', permission: 'read stats', resume: 'read stats' }),
  annotated_export: (id) => ({ to: `/imports/${id}/show`, permission: 'read import', resume: 'export import' }),
  release: () => ({ to: '/bulk-reviews', permission: 'read conviction', resume: 'read work' }),
};

/** The page of what a job works on. */
export const workPage = ({ kind, subjectId }: Pick<Work, 'kind' | 'subjectId'>): WorkPage => pages[kind](subjectId);

import { workSeenBy, type Permission, type Work } from '@clearance/contract';

/** Where the subject of a job is seen, and who may. */
export interface WorkPage {
  readonly to: string;
  readonly permission: Permission;
}

const pages: Readonly<Record<Work['kind'], (id: string) => string>> = {
  import: (id) => `/imports/${id}/show`,
  evaluation: () => '/policies',
  bulk_review: (id) => `/bulk-reviews/${id}/show`,
  audit_export: (id) => `/audit-exports/${id}/show`,
  simulation: (id) => `/simulations/${id}/show`,
  impact: () => '/impact',
  annotated_export: (id) => `/imports/${id}/show`,
  court_list: () => '/court-lists',
  people_index: () => '/imports',
  release: () => '/bulk-reviews',
};

/** The page of what a job works on. */
export const workPage = ({ kind, subjectId }: Pick<Work, 'kind' | 'subjectId'>): WorkPage => ({
  to: pages[kind](subjectId),
  permission: workSeenBy[kind],
});

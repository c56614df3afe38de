import type { Work } from '@clearance/contract';

const pages: Readonly<Record<Work['kind'], (id: string) => string>> = {
  import: (id) => `/imports/${id}/show`,
  evaluation: () => '/policies',
  bulk_review: (id) => `/bulk-reviews/${id}/show`,
  audit_export: (id) => `/audit-exports/${id}/show`,
};

/** The page of what a job works on. */
export const workPage = ({ kind, subjectId }: Pick<Work, 'kind' | 'subjectId'>): string => pages[kind](subjectId);

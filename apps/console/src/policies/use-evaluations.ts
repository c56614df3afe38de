import type { EvaluationRow } from '@clearance/contract';
import { useGetList } from 'react-admin';

/** The newest twenty evaluations of the county, the newest first. */
export const useEvaluations = () =>
  useGetList<EvaluationRow>(
    'evaluations',
    { pagination: { page: 1, perPage: 20 }, sort: { field: 'createdAt', order: 'DESC' }, filter: {} },
    { retry: false },
  );

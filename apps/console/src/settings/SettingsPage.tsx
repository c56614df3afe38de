import type { CountySettings } from '@clearance/contract';
import { useApi } from '../providers/use-api.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { SettingsForm } from './SettingsForm.tsx';

/** How a county has set up its work, for its administrator. */
export const SettingsPage = () => {
  const { data, error, refetch } = useApi<CountySettings>('/settings');
  return (
    <>
      <PageHeader
        title="How we work"
        explanation="What holds for everybody in this county. Each change is in the audit log, with what it was before."
      />
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {data ? (
        <SettingsForm key={JSON.stringify(data)} settings={data} />
      ) : error ? null : (
        <SkeletonRows rows={4} height={64} />
      )}
    </>
  );
};

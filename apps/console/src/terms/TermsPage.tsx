import type { Terms } from '@clearance/contract';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useWork } from '../providers/events.ts';
import { useCan } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';
import { Moment } from '../ui/DateText.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { Agencies } from './Agencies.tsx';
import { OwnWordings } from './OwnWordings.tsx';
import { SaveBar } from './SaveBar.tsx';
import { ShippedWordings } from './ShippedWordings.tsx';
import { UnknownWordings } from './UnknownWordings.tsx';
import { useDraft } from './use-draft.ts';
import { Versions } from './Versions.tsx';

/** An office's own words: what its courts' dispositions mean, and who prosecutes. */
export const TermsPage = () => {
  const { data, error, refetch } = useApi<Terms>('/terms');
  const stand = useWork()
    .map(({ id, state, title }) => `${id} ${state} ${title}`)
    .join();
  useEffect(() => {
    if (stand !== '') void refetch();
  }, [stand, refetch]);
  return (
    <>
      <PageHeader
        title="Words and agencies"
        explanation={
          <>
            What the courts of this county mean by their dispositions, and who prosecutes what its agencies arrest for.
            {data?.at ? (
              <>
                {' '}
                Version {data.version} is in force, saved by {data.changedBy}, <Moment at={data.at} />.
              </>
            ) : null}
          </>
        }
      />
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {data ? <TermsBody terms={data} /> : error ? null : <SkeletonRows rows={8} height={48} />}
    </>
  );
};

const TermsBody = ({ terms }: { readonly terms: Terms }) => {
  const mayChange = useCan('change terms');
  const [address] = useSearchParams();
  const work = useDraft(terms);
  return (
    <>
      <UnknownWordings terms={terms} work={work} mayChange={mayChange} chosen={address.get('wording') ?? undefined} />
      <OwnWordings work={work} mayChange={mayChange} />
      <ShippedWordings wordings={terms.shipped.dispositions} />
      <Agencies terms={terms} work={work} mayChange={mayChange} />
      <Versions shipped={terms.shipped.routing} />
      {mayChange ? <SaveBar terms={terms} work={work} /> : null}
    </>
  );
};

import Link from '@mui/material/Link';
import type { DraftRow, PolicyRow } from '@clearance/contract';
import { useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { NotForYou } from '../../layout/NotForYou.tsx';
import { useCan } from '../../providers/me.ts';
import { useApi } from '../../providers/use-api.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SkeletonRows } from '../../ui/SkeletonRows.tsx';
import { draftPath } from '../draft/open-drafts.ts';
import { Published } from './Published.tsx';
import { PublishForm } from './PublishForm.tsx';

/** The page on which a draft becomes the policy: what it does, what changes, and why; then how the evaluation goes. */
export const PublishPage = () => {
  const { id = '' } = useParams();
  const allowed = useCan('publish policy');
  const [published, setPublished] = useState<PolicyRow>();
  const { data: row, error, refetch } = useApi<DraftRow>(allowed && !published ? draftPath(id) : undefined);
  if (!allowed) return <NotForYou />;
  if (published) return <Published policy={published} />;
  return (
    <>
      <PageHeader
        title={row ? `Publish “${row.name}”` : 'Publish'}
        above={
          <Link component={RouterLink} to={`/policy-drafts/${id}/show`}>
            Back to the draft
          </Link>
        }
      />
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {row ? (
        <PublishForm row={row} onPublished={setPublished} />
      ) : error ? null : (
        <SkeletonRows rows={6} height={56} />
      )}
    </>
  );
};

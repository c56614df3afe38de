import Link from '@mui/material/Link';
import type { DraftRow, PolicyVocabulary } from '@clearance/contract';
import { useCallback, useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { useMe } from '../../providers/me.ts';
import { useApi } from '../../providers/use-api.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SkeletonRows } from '../../ui/SkeletonRows.tsx';
import { draftPath, forgetDraft } from '../draft/open-drafts.ts';
import { isEditable } from '../model/readable.ts';
import { Editor } from './Editor.tsx';
import { NotEditable } from './NotEditable.tsx';

/** The page on which one draft is written. */
export const EditorPage = () => {
  const { id = '' } = useParams();
  const member = useMe()?.memberId ?? '';
  // Giving up what was written here begins anew with what is saved.
  const [round, setRound] = useState(0);
  const showTheirs = useCallback(() => {
    forgetDraft(member, id);
    setRound((before) => before + 1);
  }, [member, id]);
  const draft = useApi<DraftRow>(draftPath(id));
  const vocabulary = useApi<PolicyVocabulary>('/policies/vocabulary', { fresh: 3_600_000 });
  const error = draft.error ?? vocabulary.error;
  if (draft.data && vocabulary.data && isEditable(draft.data.body)) {
    return <Editor key={`${id} ${round}`} row={draft.data} vocabulary={vocabulary.data} onTheirs={showTheirs} />;
  }
  return (
    <>
      <PageHeader
        title="Draft"
        above={
          <Link component={RouterLink} to="/policies">
            Policy
          </Link>
        }
      />
      {error ? (
        <Problem
          error={error}
          again={() => {
            void draft.refetch();
            void vocabulary.refetch();
          }}
        />
      ) : draft.data && vocabulary.data ? (
        <NotEditable row={draft.data} />
      ) : (
        <SkeletonRows rows={8} height={64} />
      )}
    </>
  );
};

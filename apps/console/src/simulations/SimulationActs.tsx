import Button from '@mui/material/Button';
import type { DraftRow, SimulationRow } from '@clearance/contract';
import { Link } from 'react-router-dom';
import { PrintButton } from '../audit-events/print/PrintButton.tsx';
import { useCurrentPolicy } from '../policy-studio/use-current-policy.ts';
import { useCan } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';

/** What comes after a simulation. */
export const SimulationActs = ({ row: { base, candidate } }: { readonly row: SimulationRow }) => {
  const mayDraft = useCan('draft policy');
  const mayPublish = useCan('publish policy');
  const draft = candidate.ref.startsWith('draft:') ? candidate.ref.slice('draft:'.length) : undefined;
  const row = useApi<DraftRow>(draft && mayDraft ? `/policy-drafts/${draft}` : undefined).data;
  const current = useCurrentPolicy();
  // Once it is in force, or was discarded, there is nothing to publish.
  const publishable = row && (row.publishedAs === null || row.publishedAs !== current?.version);
  return (
    <>
      <PrintButton />
      <Button component={Link} to={`/policies/differences?before=policy:${base.policyId}&after=${candidate.ref}`}>
        What the rules change
      </Button>
      {draft && row ? (
        <Button component={Link} to={`/policy-drafts/${draft}/show`}>
          Open the draft
        </Button>
      ) : null}
      {draft && publishable && mayPublish ? (
        <Button variant="contained" component={Link} to={`/policy-drafts/${draft}/publish`}>
          Publish
        </Button>
      ) : null}
    </>
  );
};

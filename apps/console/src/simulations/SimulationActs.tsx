import Button from '@mui/material/Button';
import type { SimulationRow } from '@clearance/contract';
import { Link } from 'react-router-dom';
import { PrintButton } from '../audit-events/print/PrintButton.tsx';
import { useCan } from '../providers/me.ts';

/** What comes after a simulation. */
export const SimulationActs = ({ row }: { readonly row: SimulationRow }) => {
  const mayDraft = useCan('draft policy');
  const mayPublish = useCan('publish policy');
  const { base, candidate } = row;
  const draft = candidate.ref.startsWith('draft:') ? candidate.ref.slice('draft:'.length) : undefined;
  return (
    <>
      <PrintButton />
      <Button component={Link} to={`/policies/differences?before=policy:${base.policyId}&after=${candidate.ref}`}>
        What the rules change
      </Button>
      {draft && mayDraft ? (
        <Button component={Link} to={`/policy-drafts/${draft}/show`}>
          Open the draft
        </Button>
      ) : null}
      {draft && mayPublish ? (
        <Button variant="contained" component={Link} to={`/policy-drafts/${draft}/publish`}>
          Publish
        </Button>
      ) : null}
    </>
  );
};

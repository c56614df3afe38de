import type { ConvictionView, Determination } from '@clearance/contract';
import { usePrinting } from '../../ui/use-printing.ts';
import { TechnicalDetails } from '../../ui/TechnicalDetails.tsx';
import type { TraceView } from '../trace-view.ts';
import { usePolicyVersion } from '../use-policy-title.ts';

interface TraceDigestsProps {
  readonly row: ConvictionView;
  readonly view: TraceView;
  readonly determination: Determination;
}

/** By what an outsider can check that the very same was determined; always open on paper. */
export const TraceDigests = ({ row, view, determination: { trace } }: TraceDigestsProps) => {
  const policy = usePolicyVersion(view.policyVersion);
  return (
    <TechnicalDetails open={usePrinting()}>
      <div>Conviction {row.id}</div>
      <div>Digest of the history {view.historyDigest ?? row.historyDigest}</div>
      {policy ? <div>Digest of the policy {policy.digest}</div> : null}
      <div>
        {trace.policy} {trace.policyVersion}, read by {trace.dialect}
        {trace.routing ? `, routing ${trace.routing}` : ''}
      </div>
    </TechnicalDetails>
  );
};

import type { ConvictionRow } from '@clearance/contract';
import { StatusChip } from '../ui/StatusChip.tsx';
import { decisionWords, outcomeWords, stateWords } from '../ui/words.ts';
import { PolicyChip } from './PolicyChip.tsx';

type Standing = Pick<ConvictionRow, 'state' | 'decision' | 'outcome'>;

/**
 * What is to be decided about, first: once somebody recommended, that is the recommendation and not what the policy
 * says. Where it does not follow the policy, that is said as well.
 */
export const StandingChips = ({ of, showStage = true }: { readonly of: Standing; readonly showStage?: boolean }) => {
  const recommended = of.state === 'recommended' ? of.decision : null;
  const stage = of.state === 'evaluated' || !showStage ? null : <StatusChip {...stateWords[of.state]} />;
  if (!recommended) {
    return (
      <>
        {of.outcome ? <StatusChip {...outcomeWords[of.outcome]} /> : null}
        {stage}
      </>
    );
  }
  const { word } = decisionWords[recommended];
  return (
    <>
      <StatusChip {...decisionWords[recommended]} word={`${word} recommended`} />
      <PolicyChip decision={recommended} outcome={of.outcome} />
      {stage}
    </>
  );
};

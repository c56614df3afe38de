import { counted } from '../../ui/format.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { errorsOf, warningsOf, type PolicyProblem } from '../model/problems.ts';

/** How much is to mend and to look at in a part, in words. */
export const ProblemCount = ({ problems }: { readonly problems: readonly PolicyProblem[] }) => {
  const [errors, warnings] = [errorsOf(problems).length, warningsOf(problems).length];
  return (
    <>
      {errors > 0 ? <StatusChip word={counted(errors, 'problem')} tone="stop" sign="warning" /> : null}
      {warnings > 0 ? <StatusChip word={`${warnings} to look at`} tone="quiet" sign="question" /> : null}
    </>
  );
};

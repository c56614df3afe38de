import { ResumeWork } from '../jobs/ResumeWork.tsx';
import { useJob } from '../jobs/use-job.ts';
import { Warning } from '../ui/Warning.tsx';
import { useEvaluations } from './use-evaluations.ts';

/** Says beside the policy in force that it does not hold for everybody yet, where its evaluation was ended or failed. */
export const StoppedEvaluation = () => {
  const [newest] = useEvaluations().data ?? [];
  const stopped = newest?.state === 'cancelled' || newest?.state === 'failed';
  const work = useJob(stopped ? newest.id : undefined);
  return stopped ? (
    <Warning action={work ? <ResumeWork work={work} small /> : undefined}>
      <strong>Not everybody is evaluated under this policy.</strong> The evaluation stopped before its end. Whoever is
      left stands as an earlier version determined them, and nothing of theirs can be approved until it goes on.
    </Warning>
  ) : null;
};

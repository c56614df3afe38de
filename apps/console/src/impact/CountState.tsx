import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ImpactView, Work } from '@clearance/contract';
import { CancelWork } from '../jobs/CancelWork.tsx';
import { ResumeWork } from '../jobs/ResumeWork.tsx';
import { useJob } from '../jobs/use-job.ts';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { Problem } from '../ui/Problem.tsx';
import { countWords } from './count-state.ts';

interface CountStateProps {
  readonly view: ImpactView;
  /** The count that runs, as the feed of jobs tells it: fresher than what was read. */
  readonly work: Work | undefined;
}

/** Says where the figures are not of today, and lets them be counted again. */
export const CountState = ({ view, work }: CountStateProps) => {
  const { act, busy, refusal } = useAct(() => api.post<unknown>('/impact', {}));
  const stopped = useJob(view.state === 'failed' ? (view.workId ?? undefined) : undefined);
  const words = countWords(view, work ?? view.progress);
  if (!words) return null;
  return (
    <>
      {refusal ? <Problem error={refusal} /> : null}
      <Alert
        severity={words.severity}
        variant="outlined"
        role="status"
        sx={{ maxWidth: 820 }}
        action={
          words.again ? (
            <Button size="small" className="no-print" loading={busy} onClick={() => void act(undefined)}>
              Count again
            </Button>
          ) : undefined
        }
      >
        {words.says}
        {stopped?.state === 'failed' && stopped.problem ? ` ${stopped.problem}` : null}
        {work ? <CancelWork work={work} small /> : null}
        {stopped ? <ResumeWork work={stopped} small /> : null}
      </Alert>
    </>
  );
};

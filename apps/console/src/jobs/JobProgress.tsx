import type { Work } from '@clearance/contract';
import { Progress } from '../ui/Progress.tsx';
import { timeLeft } from './time-left.ts';

interface JobProgressProps {
  readonly work: Work;
  /** What is going on, for screen readers; the job's own title unless told. */
  readonly label?: string;
}

/** How far a running job is, and how long it still takes. */
export const JobProgress = ({ work, label }: JobProgressProps) => (
  <Progress label={label ?? work.title} done={work.done} total={work.total} unit={work.unit} left={timeLeft(work)} />
);

import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import type { EvaluationRow } from '@clearance/contract';
import { JobState } from '../jobs/JobState.tsx';
import { useJob } from '../jobs/use-job.ts';
import { DateText, Moment } from '../ui/DateText.tsx';
import { number } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { evaluationStateWords } from './policy-words.ts';

interface EvaluationLineProps {
  readonly row: EvaluationRow;
  /** The policy's title. */
  readonly title: string;
}

/** One evaluation, with real progress while it runs. */
export const EvaluationLine = ({ row, title }: EvaluationLineProps) => {
  const work = useJob(row.state === 'done' ? undefined : row.id);
  // The feed is ahead of the list.
  const state = work && work.state !== 'waiting' ? work.state : row.state;
  return (
    <TableRow>
      <TableCell data-label="Started" sx={{ whiteSpace: 'nowrap' }}>
        <Moment at={row.createdAt} />
      </TableCell>
      <TableCell data-label="Policy">
        Version {row.policyVersion}, {title}
      </TableCell>
      <TableCell data-label="As of">
        <DateText value={row.asOf} />
      </TableCell>
      <TableCell data-label="People" align="right">
        {number(row.people)}
      </TableCell>
      <TableCell data-label="Convictions" align="right">
        {row.state === 'running' ? '–' : number(row.convictions)}
      </TableCell>
      <TableCell data-label="State" sx={{ minWidth: 160, '& > div': { flex: 1, maxWidth: 220 } }}>
        <div>
          {state === 'running' && work ? null : <StatusChip {...evaluationStateWords[state]} />}
          <JobState work={work} label="Evaluating" small />
        </div>
      </TableCell>
    </TableRow>
  );
};

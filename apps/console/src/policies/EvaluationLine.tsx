import Box from '@mui/material/Box';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import type { EvaluationRow } from '@clearance/contract';
import { useWorkOn } from '../providers/events.ts';
import { DateText, Moment } from '../ui/DateText.tsx';
import { number } from '../ui/format.ts';
import { Progress } from '../ui/Progress.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { evaluationStateWords } from './policy-words.ts';

interface EvaluationLineProps {
  readonly row: EvaluationRow;
  /** The policy's title. */
  readonly title: string;
}

/** One evaluation, with real progress while it runs. */
export const EvaluationLine = ({ row, title }: EvaluationLineProps) => {
  const work = useWorkOn(row.id);
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
        {row.state === 'running' && work?.state === 'running' ? (
          <Progress label="Evaluating" done={work.done} total={work.total} unit={work.unit} />
        ) : (
          <Box component="span">
            <StatusChip {...evaluationStateWords[row.state]} />
            {row.state === 'failed' && work?.problem ? <Box sx={{ mt: 0.5 }}>{work.problem}</Box> : null}
          </Box>
        )}
      </TableCell>
    </TableRow>
  );
};

import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { PolicyRow } from '@clearance/contract';
import { Problem } from '../ui/Problem.tsx';
import { EvaluationLine } from './EvaluationLine.tsx';
import { PlainTable } from './PlainTable.tsx';
import { useEvaluations } from './use-evaluations.ts';

/** Each time that everybody was evaluated: under which version, as of when, how many. The newest twenty. */
export const Evaluations = ({ versions }: { readonly versions: readonly PolicyRow[] }) => {
  const { data, error, refetch } = useEvaluations();
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <PlainTable title="Evaluations">
      <TableHead>
        <TableRow>
          <TableCell>Started</TableCell>
          <TableCell>Policy</TableCell>
          <TableCell>As of</TableCell>
          <TableCell align="right">People</TableCell>
          <TableCell align="right">Convictions</TableCell>
          <TableCell>State</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {data.map((row) => (
          <EvaluationLine
            key={row.id}
            row={row}
            title={versions.find(({ version }) => version === row.policyVersion)?.title ?? row.policyName}
          />
        ))}
      </TableBody>
    </PlainTable>
  );
};

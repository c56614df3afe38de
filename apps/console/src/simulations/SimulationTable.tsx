import Link from '@mui/material/Link';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { SimulationRow } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { PlainTable } from '../policies/PlainTable.tsx';
import { DateText, Moment } from '../ui/DateText.tsx';
import { counted } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { simulationStateWords } from './simulation-words.ts';

interface SimulationTableProps {
  readonly title: string;
  readonly rows: readonly SimulationRow[];
}

/** Simulations, each with what was tried against what, and what came of it. */
export const SimulationTable = ({ title, rows }: SimulationTableProps) => (
  <PlainTable title={title}>
    <TableHead>
      <TableRow>
        <TableCell>Tried</TableCell>
        <TableCell>Against</TableCell>
        <TableCell>As of</TableCell>
        <TableCell>Outcome</TableCell>
        <TableCell>Started</TableCell>
      </TableRow>
    </TableHead>
    <TableBody>
      {rows.map(({ id, candidate, base, asOf, state, result, createdAt, createdBy }) => (
        <TableRow key={id} hover>
          <TableCell data-label="">
            <Link component={RouterLink} to={`/simulations/${id}/show`} sx={{ fontWeight: 550 }}>
              {candidate.label}
            </Link>
          </TableCell>
          <TableCell data-label="Against">
            Version {base.version}, {base.title}
          </TableCell>
          <TableCell data-label="As of">
            <DateText value={asOf} />
          </TableCell>
          <TableCell data-label="Outcome">
            {result ? (
              `${counted(result.moved, 'conviction')} would end up elsewhere`
            ) : (
              <StatusChip {...simulationStateWords[state]} />
            )}
          </TableCell>
          <TableCell data-label="Started">
            <span>
              <Moment at={createdAt} />, {createdBy}
            </span>
          </TableCell>
        </TableRow>
      ))}
    </TableBody>
  </PlainTable>
);

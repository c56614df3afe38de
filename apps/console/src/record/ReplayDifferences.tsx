import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReplayView } from '@clearance/contract';
import { pathWords, sideWords } from './replay-words.ts';

/** What a determination made again says otherwise. */
export const ReplayDifferences = ({ differences }: Pick<ReplayView, 'differences'>) => (
  <Box sx={{ overflow: 'auto', mt: 1 }} tabIndex={0} role="group" aria-label="The differences, as a table">
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>What</TableCell>
          <TableCell>Stored</TableCell>
          <TableCell>Now</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {differences.map(({ path, stored, computed }) => (
          <TableRow key={path}>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>{pathWords(path)}</TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>{sideWords(stored)}</TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>{sideWords(computed)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Box>
);

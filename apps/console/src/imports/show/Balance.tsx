import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import { Moment } from '../../ui/DateText.tsx';
import { counted, number } from '../../ui/format.ts';
import { linesOf } from './balance-lines.ts';
import { Unexplained } from './Unexplained.tsx';

/** What became of every row that may tell of a covered conviction: none of them ends without a word. */
export const Balance = ({ row }: { readonly row: ImportRow }) => {
  const { balance } = row;
  if (!balance || balance.rows === 0) return null;
  return (
    <Box component="section" aria-labelledby="balance-title" sx={{ mt: 4, maxWidth: 720 }}>
      <Typography variant="h2" id="balance-title">
        {counted(balance.rows, 'row')} accounted for
      </Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: '72ch', mb: 1.5 }}>
        These are the court rows that say “convicted”, every row that names an offense of the policy in any spelling,
        and every row that could not be read. Each is counted once, under policy version {balance.policyVersion}, on{' '}
        <Moment at={balance.countedAt} />.
      </Typography>
      <Paper variant="outlined">
        <Table size="small" className="figures">
          <TableBody>
            {linesOf(balance, row.rows + row.rejected).map(({ count, isPart, label }) => (
              <TableRow key={label}>
                <TableCell sx={isPart ? { pl: 4, color: 'text.secondary' } : { fontWeight: 550 }}>{label}</TableCell>
                <TableCell align="right" sx={isPart ? { color: 'text.secondary' } : { fontWeight: 550 }}>
                  {number(count)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Paper>
      {balance.unexplained > 0 ? (
        <Unexplained importId={row.id} count={balance.unexplained} several={row.files.length > 1} />
      ) : null}
    </Box>
  );
};

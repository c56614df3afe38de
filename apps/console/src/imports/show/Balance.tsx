import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { Moment } from '../../ui/DateText.tsx';
import { counted, number } from '../../ui/format.ts';
import { linesOf } from './balance-lines.ts';

/** What became of every row that may tell of a covered conviction: none of them ends without a word. */
export const Balance = ({ row }: { readonly row: ImportRow }) => {
  const { balance } = row;
  if (!balance || balance.rows === 0) return null;
  const more = balance.unexplained - balance.shown.length;
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
            {linesOf(balance).map(({ count, isPart, label }) => (
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
      {balance.shown.length > 0 ? (
        <Box component="details" sx={{ mt: 1.5, '& summary': { cursor: 'pointer' } }}>
          <summary>Rows that no rule explains, each with its person</summary>
          <Box component="ul" sx={{ mt: 1, pl: 2.5 }}>
            {balance.shown.map(({ file, line, personId, section }) => (
              <li key={`${file} ${line}`}>
                <Link component={RouterLink} to={`/people/${personId}`}>
                  {row.files.length > 1 ? `${file}, line ${number(line)}` : `Line ${number(line)}`}
                </Link>{' '}
                names {section}
              </li>
            ))}
            {more > 0 ? <li>and {number(more)} more</li> : null}
          </Box>
        </Box>
      ) : null}
    </Box>
  );
};

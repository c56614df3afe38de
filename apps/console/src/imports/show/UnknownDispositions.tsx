import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useCan } from '../../providers/me.ts';
import { counted, number } from '../../ui/format.ts';

const few = 10;

/** Outcomes that courts wrote in words no dictionary holds; what they mean is not guessed. */
export const UnknownDispositions = ({ row }: { readonly row: ImportRow }) => {
  const [all, setAll] = useState(false);
  const mayExplain = useCan('change terms') && row.state === 'done';
  const found = row.unknownDispositions;
  if (found.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="dispositions-title" sx={{ mt: 4, maxWidth: 720 }}>
      <Typography variant="h2" id="dispositions-title">
        {counted(found.length, 'disposition')} that nobody knows yet
      </Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: '72ch', mb: 1.5 }}>
        Courts of this county wrote these outcomes in words that the dictionary does not hold, or left them blank.
        Whether they were convictions is unknown; where it matters, the conviction goes to a person.
      </Typography>
      <Paper variant="outlined">
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>Disposition, as the court wrote it</TableCell>
              <TableCell align="right">Times</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {(all ? found : found.slice(0, few)).map(({ text, count }) => (
              <TableRow key={text}>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>
                  {text === '' ? <em>Left blank</em> : text}
                  {mayExplain && text !== '' ? (
                    <Box className="no-print">
                      <Link component={RouterLink} to={`/terms?wording=${encodeURIComponent(text)}`}>
                        Say what it means
                      </Link>
                    </Box>
                  ) : null}
                </TableCell>
                <TableCell align="right">{number(count)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        {!all && found.length > few ? (
          <Button variant="text" className="no-print" onClick={() => setAll(true)}>
            Show all {number(found.length)}
          </Button>
        ) : null}
      </Paper>
    </Box>
  );
};

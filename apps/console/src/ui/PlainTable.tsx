import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Table as Rows } from './csv.ts';
import { number } from './format.ts';

/** A figure's numbers as a table; numbers stand right. */
export const PlainTable = ({ title, table }: { readonly title: string; readonly table: Rows }) => (
  <Box
    sx={{ overflow: 'auto', maxHeight: 360, '@media print': { overflow: 'visible', maxHeight: 'none' } }}
    tabIndex={0}
    role="group"
    aria-label={`${title}, as a table`}
  >
    <Table size="small" stickyHeader>
      <TableHead>
        <TableRow>
          {table.columns.map((column, index) => (
            <TableCell key={column} align={typeof table.rows[0]?.[index] === 'number' ? 'right' : 'left'}>
              {column}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {table.rows.map((row) => (
          <TableRow key={row.join('|')}>
            {row.map((cell, index) => (
              <TableCell key={table.columns[index]} align={typeof cell === 'number' ? 'right' : 'left'}>
                {typeof cell === 'number' ? number(cell) : cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Box>
);

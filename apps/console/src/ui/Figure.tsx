import Download from '@mui/icons-material/Download';
import TableRows from '@mui/icons-material/TableRowsOutlined';
import BarChart from '@mui/icons-material/BarChart';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState, type ReactNode } from 'react';
import { downloadCsv, type Table } from './csv.ts';
import { PlainTable } from './PlainTable.tsx';

interface FigureProps {
  readonly title: string;
  /** What is counted, as of when, under which policy: a figure says what it counts. */
  readonly counts: ReactNode;
  readonly table: Table;
  /** Name of the CSV without its ending. */
  readonly fileName: string;
  /** The picture. */
  readonly children: ReactNode;
}

/** A picture with its title, its table one click away, and its CSV. */
export const Figure = ({ title, counts, table, fileName, children }: FigureProps) => {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <Box
      component="figure"
      aria-labelledby={id}
      sx={{
        m: 0,
        p: 2,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1.5,
        backgroundColor: 'background.paper',
        minWidth: 0,
      }}
    >
      <Box component="figcaption" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1, mb: 1.5 }}>
        <Box sx={{ flex: '1 1 220px' }}>
          <Typography variant="h2" id={id}>
            {title}
          </Typography>
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            {counts}
          </Typography>
        </Box>
        <Box className="no-print" sx={{ display: 'flex' }}>
          <Button
            size="small"
            variant="text"
            startIcon={asTable ? <BarChart /> : <TableRows />}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? 'Picture' : 'Table'}
          </Button>
          <Button
            size="small"
            variant="text"
            startIcon={<Download />}
            aria-label={`Download “${title}” as CSV`}
            onClick={() => downloadCsv(fileName, table)}
          >
            CSV
          </Button>
        </Box>
      </Box>
      {asTable ? <PlainTable title={title} table={table} /> : children}
    </Box>
  );
};

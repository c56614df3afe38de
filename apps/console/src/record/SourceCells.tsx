import Box from '@mui/material/Box';
import { lineHeading } from './line-words.ts';
import { useSourceFocus } from './source-focus.tsx';
import { SourceCell } from './SourceCell.tsx';
import type { CountView } from './source-index.ts';

/** The cells of the original file behind one count, line by line, exactly as written. */
export const SourceCells = ({ count }: { readonly count: CountView }) => (
  <Box sx={{ mt: 1, display: 'grid', gap: 1.5 }}>
    {count.rows.map((row) => (
      <Line key={row.line} {...row} />
    ))}
  </Box>
);

const Line = ({ line, cells }: CountView['rows'][number]) => {
  const { parts, shown } = useSourceFocus();
  // Blank cells are left out, but the one that a reason asks for is the reason: it has to be seen that it is blank.
  const asked = shown?.line === line && !(shown.column in cells) ? [shown.column] : [];
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Box
        component="h5"
        sx={{
          m: 0,
          px: 1.25,
          py: 0.5,
          borderBottom: 1,
          borderColor: 'divider',
          fontSize: '0.8125rem',
          fontWeight: 650,
        }}
      >
        {lineHeading(parts, line)}
        {parts.length > 1 ? '' : ' of the file'}
      </Box>
      <Box component="dl" sx={{ m: 0, py: 0.5 }}>
        {Object.entries(cells).map(([column, value]) => (
          <SourceCell key={column} line={line} column={column} value={value} />
        ))}
        {asked.map((column) => (
          <SourceCell key={column} line={line} column={column} value="" />
        ))}
      </Box>
    </Box>
  );
};

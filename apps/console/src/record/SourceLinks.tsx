import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useSourceFocus } from './source-focus.tsx';
import { cellWords } from './source-index.ts';

/** Where a value was read: each cell leads to its place in the history. */
export const SourceLinks = ({ cells }: { readonly cells: readonly string[] }) => {
  const { show } = useSourceFocus();
  if (cells.length === 0) return null;
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1.25 }}>
      {cells.map((cell) => (
        <Link
          key={cell}
          component="button"
          type="button"
          onClick={(event) => show(cell, event.currentTarget)}
          sx={{ fontSize: '0.8125rem', textAlign: 'left', verticalAlign: 'baseline' }}
        >
          {cellWords(cell)}
        </Link>
      ))}
    </Box>
  );
};

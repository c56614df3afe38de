import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useSourceFocus } from './source-focus.tsx';
import { cellOf, cellWords } from './source-index.ts';

/** Where a value was read: each cell leads to its place in the history. */
export const SourceLinks = ({ cells }: { readonly cells: readonly string[] }) => {
  const { parts, show } = useSourceFocus();
  // A fact that a person entered stands in no cell; who entered it is told beside.
  const written = cells.filter((cell) => cellOf(cell));
  if (written.length === 0) return null;
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1.25 }}>
      {written.map((cell) => (
        <Link
          key={cell}
          component="button"
          type="button"
          onClick={(event) => show(cell, event.currentTarget)}
          sx={{ fontSize: '0.8125rem', textAlign: 'left', verticalAlign: 'baseline' }}
        >
          {cellWords(cell, parts)}
        </Link>
      ))}
    </Box>
  );
};

import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useEffect, useRef } from 'react';
import { columnWord } from './column-words.ts';
import { useSourceFocus } from './source-focus.tsx';
import { cellId, type CountView } from './source-index.ts';

/** The cells of the original file behind one count, line by line, exactly as written. */
export const SourceCells = ({ count }: { readonly count: CountView }) => (
  <Box sx={{ mt: 1, display: 'grid', gap: 1.5 }}>
    {count.rows.map(({ line, cells }) => (
      <Box key={line} sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
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
          Line {line} of the file
        </Box>
        <Box component="dl" sx={{ m: 0, py: 0.5 }}>
          {Object.entries(cells).map(([column, value]) => (
            <Cell key={column} line={line} column={column} value={value} />
          ))}
        </Box>
      </Box>
    ))}
  </Box>
);

interface CellProps {
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

const Cell = ({ line, column, value }: CellProps) => {
  const { shown, back } = useSourceFocus();
  const here = useRef<HTMLDivElement>(null);
  const marked = shown?.line === line && shown.column === column;
  useEffect(() => {
    if (!marked) return;
    here.current?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    here.current?.focus({ preventScroll: true });
  }, [marked, shown?.turn]);
  return (
    <Box
      ref={here}
      id={cellId(line, column)}
      tabIndex={-1}
      sx={({ palette }) => ({
        display: 'grid',
        gridTemplateColumns: 'minmax(110px, 2fr) 3fr',
        gap: 1,
        px: 1.25,
        py: '2px',
        fontSize: '0.8125rem',
        ...(marked
          ? { backgroundColor: palette.look.tone.act.ground, color: palette.look.tone.act.ink, fontWeight: 650 }
          : {}),
      })}
    >
      <Box component="dt" title={column} sx={{ color: marked ? 'inherit' : 'text.secondary', minWidth: 0 }}>
        {columnWord(column)}
      </Box>
      <Box component="dd" className="figures" sx={{ m: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {value}
        {marked ? (
          <Link
            component="button"
            type="button"
            className="no-print"
            onClick={back}
            sx={{ display: 'block', color: 'inherit', fontSize: 'inherit' }}
          >
            Back to the reason
          </Link>
        ) : null}
      </Box>
    </Box>
  );
};

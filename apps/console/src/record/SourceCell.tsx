import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useEffect, useRef } from 'react';
import { columnWord } from './column-words.ts';
import { useSourceFocus } from './source-focus.tsx';
import { cellId } from './source-index.ts';

interface SourceCellProps {
  readonly line: number;
  readonly column: string;
  /** Exactly as written; empty for a cell that is blank in the file. */
  readonly value: string;
  /** With the column's own name, as paper needs it. */
  readonly named?: boolean;
}

/** One cell of the original file; marked, scrolled to and focused when a value leads to it. */
export const SourceCell = ({ line, column, value, named }: SourceCellProps) => {
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
          ? {
              '@media screen': {
                backgroundColor: palette.look.tone.act.ground,
                color: palette.look.tone.act.ink,
                fontWeight: 650,
              },
            }
          : {}),
      })}
    >
      <Box
        component="dt"
        title={column}
        sx={{ color: marked ? 'inherit' : 'text.secondary', minWidth: 0, overflowWrap: 'anywhere' }}
      >
        {columnWord(column)}
        {named ? ` (${column})` : ''}
      </Box>
      <Box component="dd" className="figures" sx={{ m: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {value === '' ? <em>blank in the file</em> : value}
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

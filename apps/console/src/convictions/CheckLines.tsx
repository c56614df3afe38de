import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';

export interface CheckLine<V extends string | number> {
  readonly value: V;
  readonly word: string;
  /** A figure at the end of the line. */
  readonly figure?: string;
}

interface CheckLinesProps<V extends string | number> {
  readonly lines: readonly CheckLine<V>[];
  readonly chosen: readonly V[];
  readonly onToggle: (value: V) => void;
}

/** Lines to tick, for the menus of filters and columns. */
export const CheckLines = <V extends string | number>({ lines, chosen, onToggle }: CheckLinesProps<V>) => (
  <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0.75, maxHeight: 360, overflowY: 'auto' }}>
    {lines.map(({ value, word, figure }) => (
      <li key={value}>
        <Box
          component="label"
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 0.5,
            pr: 1,
            cursor: 'pointer',
            '&:hover': { backgroundColor: 'action.hover' },
          }}
        >
          <Checkbox size="small" checked={chosen.includes(value)} onChange={() => onToggle(value)} sx={{ p: 0.75 }} />
          <Box component="span" sx={{ flex: 1, fontSize: '0.875rem' }}>
            {word}
          </Box>
          {figure === undefined ? null : (
            <Box component="span" className="figures" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
              {figure}
            </Box>
          )}
        </Box>
      </li>
    ))}
  </Box>
);

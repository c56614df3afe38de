import Box from '@mui/material/Box';
import { Link } from 'react-router-dom';
import { number } from './format.ts';
import { Legend } from './Legend.tsx';
import { ceilingOf } from './scale.ts';

export interface Column {
  readonly key: string;
  /** Under the column; empty where only some are named. */
  readonly label: string;
  /** In full, for the tip and for screen readers. */
  readonly says: string;
  /** From the bottom up, one per word of the legend. */
  readonly parts: readonly number[];
  readonly to?: string;
}

interface ColumnsProps {
  readonly legend: readonly string[];
  readonly columns: readonly Column[];
  readonly height?: number;
}

/** Upright bars over a time: convictions by decade, approvals per day. */
export const Columns = ({ legend, columns, height = 150 }: ColumnsProps) => {
  const total = ({ parts }: Column) => parts.reduce((sum, part) => sum + part, 0);
  const ceiling = ceilingOf(Math.max(0, ...columns.map(total)));
  return (
    <>
      {legend.length > 1 ? <Legend words={legend} /> : null}
      <Box sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 1 }}>
        <Box
          aria-hidden
          className="figures"
          sx={{
            display: 'flex',
            flexDirection: 'column',
            justifyContent: 'space-between',
            height,
            fontSize: '0.75rem',
            color: 'text.secondary',
            textAlign: 'right',
            lineHeight: 1,
          }}
        >
          <span>{number(ceiling)}</span>
          <span>{ceiling >= 2 ? number(ceiling / 2) : ''}</span>
          <span>0</span>
        </Box>
        <Box
          component="ul"
          sx={{
            listStyle: 'none',
            m: 0,
            p: 0,
            display: 'flex',
            alignItems: 'flex-end',
            gap: '2px',
            height,
            borderBottom: 1,
            borderTop: 1,
            borderColor: 'divider',
          }}
        >
          {columns.map((column) => (
            <Box component="li" key={column.key} title={column.says} sx={{ flex: 1, minWidth: 0, height: '100%' }}>
              <Stack column={column} legend={legend} ceiling={ceiling} />
            </Box>
          ))}
        </Box>
        <span />
        <Box aria-hidden sx={{ display: 'flex', gap: '2px', fontSize: '0.75rem', color: 'text.secondary', pt: 0.5 }}>
          {columns.map(({ key, label }, index) => (
            <Box
              key={key}
              sx={{
                flex: 1,
                minWidth: 0,
                textAlign: 'center',
                whiteSpace: 'nowrap',
                overflow: 'visible',
                ...onPhone(columns, index),
              }}
            >
              {label}
            </Box>
          ))}
        </Box>
      </Box>
    </>
  );
};

/** On a phone, where every column has its word, only every other one is written; the last always is, within the frame. */
const onPhone = (columns: readonly Column[], index: number) => {
  const crowded = columns.length > 6 && columns.every(({ label }) => label !== '');
  const fromEnd = columns.length - 1 - index;
  return {
    display: 'flex',
    justifyContent: { xs: crowded && fromEnd === 0 ? 'flex-end' : 'center', sm: 'center' },
    visibility: { xs: crowded && fromEnd % 2 === 1 ? 'hidden' : 'visible', sm: 'visible' },
  };
};

const Stack = ({
  column,
  legend,
  ceiling,
}: {
  readonly column: Column;
  readonly legend: readonly string[];
  readonly ceiling: number;
}) => {
  const body = (
    <>
      <span className="unseen">{column.says}</span>
      {column.parts.map((part, index) => (
        <Box
          key={legend[index]}
          aria-hidden
          sx={({ palette }) => ({
            height: `${(100 * part) / ceiling}%`,
            minHeight: part > 0 ? '2px' : 0,
            backgroundColor: palette.look.shades[index] ?? palette.look.line,
            printColorAdjust: 'exact',
          })}
        />
      ))}
    </>
  );
  const upright = { display: 'flex', flexDirection: 'column-reverse', height: '100%', maxWidth: 64, mx: 'auto' };
  return column.to ? (
    <Box component={Link} to={column.to} sx={{ ...upright, '&:hover': { backgroundColor: 'action.hover' } }}>
      {body}
    </Box>
  ) : (
    <Box sx={upright}>{body}</Box>
  );
};

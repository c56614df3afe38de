import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { number } from '../../ui/format.ts';
import { difference } from '../impact-words.ts';

export interface Pair {
  readonly key: string;
  readonly label: ReactNode;
  readonly before: number;
  readonly after: number;
}

interface PairBarsProps {
  readonly pairs: readonly Pair[];
  readonly unit: string;
}

/** Two bars on one scale for each line: the upper one before, the lower one after, with both numbers and what is more or less. */
export const PairBars = ({ pairs, unit }: PairBarsProps) => {
  const most = Math.max(1, ...pairs.flatMap(({ before, after }) => [before, after]));
  return (
    <>
      <Box aria-hidden sx={{ display: 'flex', gap: 2, fontSize: '0.8125rem', mb: 1 }}>
        <Key word="Before" shade={2} />
        <Key word="After" shade={0} />
      </Box>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          columnGap: 1.5,
          rowGap: 1,
          gridTemplateColumns: {
            xs: 'minmax(5.5em, max-content) minmax(40px, 1fr) max-content',
            sm: 'minmax(6em, max-content) 1fr max-content max-content',
          },
        }}
      >
        {pairs.map(({ key, label, before, after }) => (
          <Box
            component="li"
            key={key}
            sx={{
              display: 'grid',
              gridTemplateColumns: 'subgrid',
              gridColumn: '1 / -1',
              alignItems: 'center',
              fontSize: '0.875rem',
              breakInside: 'avoid',
            }}
          >
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere', maxWidth: '15em' }}>{label}</Box>
            <Box aria-hidden>
              <BarOf share={before / most} isAny={before > 0} shade={2} />
              <BarOf share={after / most} isAny={after > 0} shade={0} />
            </Box>
            <Box className="figures" sx={{ textAlign: 'right', whiteSpace: 'nowrap' }}>
              <span className="unseen">before </span>
              {number(before)} <span aria-hidden>→</span>
              <span className="unseen"> and after </span> <strong>{number(after)}</strong>
              <span className="unseen"> {unit}, </span>
            </Box>
            <Box
              className="figures"
              sx={{
                textAlign: 'right',
                color: 'text.secondary',
                whiteSpace: 'nowrap',
                gridColumn: { xs: '3', sm: 'auto' },
                fontSize: { xs: '0.8125rem', sm: 'inherit' },
              }}
            >
              {difference(before, after)}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  );
};

const Key = ({ word, shade }: { readonly word: string; readonly shade: 0 | 2 }) => (
  <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
    <Box
      sx={({ palette }) => ({
        width: 11,
        height: 11,
        borderRadius: '2px',
        backgroundColor: palette.look.shades[shade],
        printColorAdjust: 'exact',
      })}
    />
    {word}
  </Box>
);

const BarOf = ({ share, isAny, shade }: { readonly share: number; readonly isAny: boolean; readonly shade: 0 | 2 }) => (
  <Box
    sx={({ palette }) => ({
      height: 8,
      my: '1px',
      width: `${100 * share}%`,
      minWidth: isAny ? 2 : 0,
      borderRadius: '2px',
      backgroundColor: palette.look.shades[shade],
      printColorAdjust: 'exact',
    })}
  />
);

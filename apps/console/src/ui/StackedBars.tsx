import Box from '@mui/material/Box';
import { Link } from 'react-router-dom';
import { number } from './format.ts';
import { Legend } from './Legend.tsx';

export interface StackedBar {
  readonly key: string;
  readonly label: string;
  /** One value per word of the legend, in its order. */
  readonly parts: readonly number[];
  /** Instead of the sum of the parts, where some are not to be told. */
  readonly total?: string;
  readonly to?: string;
}

interface StackedBarsProps {
  /** At most four: the parts of every bar, strongest shade first. */
  readonly legend: readonly string[];
  readonly bars: readonly StackedBar[];
}

/** Bars on one scale, each divided into the same parts: sections by severity. */
export const StackedBars = ({ legend, bars }: StackedBarsProps) => {
  const total = ({ parts }: StackedBar) => parts.reduce((sum, part) => sum + part, 0);
  const most = Math.max(1, ...bars.map(total));
  return (
    <>
      <Legend words={legend} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'max-content 1fr max-content',
          gap: '6px 12px',
          alignItems: 'center',
        }}
      >
        {bars.map((bar) => (
          <Box key={bar.key} sx={{ display: 'contents', fontSize: '0.875rem' }}>
            {bar.to ? (
              <Box component={Link} to={bar.to} sx={{ color: 'primary.main', textUnderlineOffset: 2 }}>
                {bar.label}
              </Box>
            ) : (
              <span>{bar.label}</span>
            )}
            <Box
              role="img"
              aria-label={legend.map((word, index) => `${word}: ${number(bar.parts[index] ?? 0)}`).join(', ')}
              sx={{ display: 'flex', gap: '1px', height: 18 }}
            >
              {bar.parts.map((part, index) =>
                part > 0 ? (
                  <Box
                    key={legend[index]}
                    title={`${legend[index] ?? ''}: ${number(part)}`}
                    sx={({ palette }) => ({
                      width: `${(100 * part) / most}%`,
                      minWidth: '2px',
                      backgroundColor: palette.look.shades[index] ?? palette.look.line,
                      printColorAdjust: 'exact',
                    })}
                  />
                ) : null,
              )}
            </Box>
            <Box component="span" className="figures" sx={{ textAlign: 'right', fontWeight: 600 }}>
              {bar.total ?? number(total(bar))}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  );
};

import Box from '@mui/material/Box';
import { number } from '../ui/format.ts';

export interface Share {
  readonly word: string;
  readonly count: number;
}

/** Shares of a whole as one bar, each with its word and figure below it. */
export const ShareBar = ({ shares, label }: { readonly shares: readonly Share[]; readonly label: string }) => {
  const shown = shares.filter(({ count }) => count > 0);
  const whole = shown.reduce((sum, { count }) => sum + count, 0);
  return (
    <Box role="img" aria-label={`${label}: ${shown.map(({ word, count }) => `${word} ${number(count)}`).join(', ')}`}>
      <Box sx={{ display: 'flex', gap: '2px', height: 8, borderRadius: 1, overflow: 'hidden' }}>
        {shown.map(({ word, count }, index) => (
          <Box
            key={word}
            className="bar"
            sx={({ palette }) => ({
              width: `${(100 * count) / whole}%`,
              minWidth: 3,
              backgroundColor: palette.look.shades[Math.min(index, 3)],
              printColorAdjust: 'exact',
            })}
          />
        ))}
      </Box>
      <Box
        aria-hidden
        className="figures"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 1.25,
          mt: 0.5,
          fontSize: '0.8125rem',
          color: 'text.secondary',
        }}
      >
        {shown.map(({ word, count }, index) => (
          <Box component="span" key={word} sx={{ whiteSpace: 'nowrap' }}>
            <Box
              component="span"
              className="bar"
              sx={({ palette }) => ({
                display: 'inline-block',
                width: 8,
                height: 8,
                mr: 0.5,
                borderRadius: '2px',
                backgroundColor: palette.look.shades[Math.min(index, 3)],
                printColorAdjust: 'exact',
              })}
            />
            {word} {number(count)}
          </Box>
        ))}
      </Box>
    </Box>
  );
};

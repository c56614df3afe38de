import Box from '@mui/material/Box';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { number } from './format.ts';

export interface Bar {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: number;
  /** Instead of the number, where that is not to be told: `fewer than 11`. */
  readonly says?: string;
  /** Where the bar leads, in the console's addresses. */
  readonly to?: string;
  /** Small words after the number: a share, an age. */
  readonly note?: string;
  /** 0 (strongest) to 3; 0 when absent. */
  readonly shade?: 0 | 1 | 2 | 3;
}

/** What the bars count, by its plural. */
const singular = { convictions: 'conviction', people: 'person', entries: 'entry' } as const;

/** Horizontal bars on one scale, each with its word and its number; a bar with `to` is a link. */
export const BarList = ({ bars, unit }: { readonly bars: readonly Bar[]; readonly unit: keyof typeof singular }) => {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        m: 0,
        mx: -0.5,
        p: 0,
        display: 'grid',
        gridTemplateColumns: 'max-content 1fr max-content',
        columnGap: 1.5,
      }}
    >
      {bars.map((bar) => (
        <Box
          component="li"
          key={bar.key}
          sx={{ display: 'grid', gridTemplateColumns: 'subgrid', gridColumn: '1 / -1' }}
        >
          <Row to={bar.to}>
            <Box sx={{ fontSize: '0.875rem', alignSelf: 'center', display: 'flex', '& > span': { minWidth: 0 } }}>
              {bar.label}
            </Box>
            <Box sx={{ alignSelf: 'center', height: 14 }} aria-hidden>
              <Box
                sx={({ palette }) => ({
                  height: '100%',
                  width: `${(100 * bar.value) / most}%`,
                  minWidth: bar.value > 0 ? 3 : 0,
                  borderRadius: '2px',
                  backgroundColor: palette.look.shades[bar.shade ?? 0],
                  printColorAdjust: 'exact',
                })}
              />
            </Box>
            <Box className="figures" sx={{ textAlign: 'right', fontSize: '0.875rem', fontWeight: 600 }}>
              {bar.says ?? number(bar.value)}
              <span className="unseen"> {bar.value === 1 && !bar.says ? singular[unit] : unit}</span>
              {bar.note ? (
                <Box
                  component="span"
                  sx={{ fontWeight: 400, color: 'text.secondary', ml: 1, display: 'inline-block', minWidth: '4ch' }}
                >
                  {bar.note}
                </Box>
              ) : null}
            </Box>
          </Row>
        </Box>
      ))}
    </Box>
  );
};

const grid = {
  display: 'grid',
  gridTemplateColumns: 'subgrid',
  gridColumn: '1 / -1',
  py: '5px',
  px: 0.5,
  borderRadius: 0.75,
};
const Row = ({ to, children }: { readonly to: string | undefined; readonly children: ReactNode }) =>
  to ? (
    <Box
      component={Link}
      to={to}
      sx={{ ...grid, color: 'inherit', textDecoration: 'none', '&:hover': { backgroundColor: 'action.hover' } }}
    >
      {children}
    </Box>
  ) : (
    <Box sx={grid}>
      <Fragment>{children}</Fragment>
    </Box>
  );

import Box from '@mui/material/Box';
import { number, percent } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { atMost, shareOf, type Picture } from './composition.ts';

/** One property of a set as bars; it is a table, so it reads aloud and prints as one. */
export const BarTable = ({ picture }: { readonly picture: Picture }) => {
  const { title, bars, none, whole } = picture;
  const shown = atMost(bars, 8).map((bar) => ({ ...bar, share: shareOf(bar, picture) }));
  return (
    <Box component="figure" sx={{ m: 0, minWidth: 0 }}>
      <Box component="figcaption" sx={{ fontWeight: 650, fontSize: '0.875rem', mb: 0.5 }}>
        {title}
      </Box>
      {bars.length === 0 ? <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>{none}</Box> : null}
      <Box
        component="table"
        sx={{ width: '100%', borderCollapse: 'collapse', fontSize: '0.8125rem' }}
        className="figures"
      >
        <tbody>
          {shown.map(({ word, count, mark, share }) => (
            <tr key={word}>
              <Box
                component="th"
                scope="row"
                sx={{ fontWeight: 400, textAlign: 'left', pr: 1, py: '2px', width: '42%' }}
              >
                {word} {mark ? <StatusChip word={mark} tone="act" sign="warning" /> : null}
              </Box>
              <Box component="td" aria-hidden sx={{ py: '2px' }}>
                <Box
                  className="bar"
                  sx={({ palette }) => ({
                    height: 10,
                    minWidth: 2,
                    width: `${100 * (share ?? 0)}%`,
                    visibility: share === undefined ? 'hidden' : 'visible',
                    backgroundColor: palette.look.shades[1],
                    borderRadius: '2px',
                    printColorAdjust: 'exact',
                  })}
                />
              </Box>
              <Box component="td" sx={{ textAlign: 'right', pl: 1, whiteSpace: 'nowrap', width: '1px' }}>
                {number(count)}
              </Box>
              <Box
                component="td"
                sx={{ textAlign: 'right', pl: 1, whiteSpace: 'nowrap', width: '44px', color: 'text.secondary' }}
              >
                {share === undefined ? '' : percent(count, whole)}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
};

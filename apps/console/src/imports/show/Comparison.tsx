import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { useCan } from '../../providers/me.ts';
import { number } from '../../ui/format.ts';
import { compare, type ComparedPart } from './comparison.ts';

const shade: Readonly<Record<ComparedPart['key'], 0 | 1 | 2 | 3>> = {
  new: 0,
  back: 0,
  changed: 1,
  unchanged: 2,
  vanished: 3,
};
const changedInQueue = `/convictions?filter=${encodeURIComponent(JSON.stringify({ changed: true }))}`;

/** How the file differs from the one before it: a bar, and under it its table. */
export const Comparison = ({ row }: { readonly row: ImportRow }) => {
  const mayRead = useCan('read conviction');
  const parts = compare(row);
  if (parts.length === 0) return null;
  return (
    <Box component="section" aria-label="Compared with the previous file">
      <Typography variant="h2" sx={{ mb: 1 }}>
        Compared with the previous file
      </Typography>
      <Box aria-hidden sx={{ display: 'flex', gap: '2px', height: 18, borderRadius: 0.5, overflow: 'hidden', mb: 1 }}>
        {parts
          .filter(({ count }) => count > 0)
          .map(({ key, count }) => (
            <Box
              key={key}
              sx={({ palette }) => ({
                flexGrow: count,
                minWidth: 3,
                backgroundColor: palette.look.shades[shade[key]],
                printColorAdjust: 'exact',
              })}
            />
          ))}
      </Box>
      <Box
        component="table"
        sx={{
          borderSpacing: 0,
          '& td': { py: 0.25, pr: 2, verticalAlign: 'baseline' },
          '@media (max-width: 700px)': {
            '& tr': { display: 'grid', gridTemplateColumns: '1fr auto', mb: 1 },
            '& td:last-child': { gridColumn: '1 / -1' },
          },
        }}
      >
        <tbody>
          {parts.map(({ key, label, count, says }) => (
            <tr key={key}>
              <td style={{ whiteSpace: 'nowrap' }}>
                <Box
                  component="span"
                  aria-hidden
                  sx={({ palette }) => ({
                    display: 'inline-block',
                    width: 10,
                    height: 10,
                    mr: 1,
                    backgroundColor: palette.look.shades[shade[key]],
                    printColorAdjust: 'exact',
                  })}
                />
                {label}
              </td>
              <Box component="td" className="figures" sx={{ textAlign: 'right', fontWeight: 600 }}>
                {key === 'changed' && count > 0 && mayRead ? (
                  <Link component={RouterLink} to={changedInQueue}>
                    {number(count)}
                  </Link>
                ) : (
                  number(count)
                )}
              </Box>
              <Box component="td" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
                {says}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        These are only the convictions that the policy speaks of, told apart by person, case number, count, section and
        date.
      </Typography>
    </Box>
  );
};

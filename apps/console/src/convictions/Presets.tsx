import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionFilter } from '@clearance/contract';
import { writeAddress, type QueueAddress } from './address.ts';
import { presetOf, presets } from './presets.ts';
import { queueDefaults } from './queue-defaults.ts';

interface PresetsProps {
  readonly address: QueueAddress;
  /** Whether the person recommends at all. */
  readonly recommends: boolean;
}

const linkTo = (address: QueueAddress, filter: ConvictionFilter) =>
  `/convictions${writeAddress({ ...address, filter, page: 1, open: undefined }, queueDefaults)}`;

/** Links to the sets that people come for; the one that is shown is marked. */
export const Presets = ({ address, recommends }: PresetsProps) => {
  const marked = presetOf(address.filter)?.label;
  return (
    <Box
      component="nav"
      aria-label="Often used sets"
      className="no-print"
      sx={{ display: 'flex', gap: 2.5, mb: 1.5, overflowX: 'auto', scrollbarWidth: 'thin', whiteSpace: 'nowrap' }}
    >
      {presets
        .filter(({ mine }) => recommends || !mine)
        .map(({ label, filter }) => {
          const here = label === marked;
          return (
            <Link
              key={label}
              component={RouterLink}
              to={linkTo(address, filter)}
              aria-current={here ? 'page' : undefined}
              underline="none"
              sx={({ palette }) => ({
                py: 0.5,
                fontSize: '0.9375rem',
                fontWeight: here ? 650 : 500,
                color: here ? palette.text.primary : palette.look.accent,
                borderBottom: `2px solid ${here ? palette.look.accent : 'transparent'}`,
              })}
            >
              {label}
            </Link>
          );
        })}
    </Box>
  );
};

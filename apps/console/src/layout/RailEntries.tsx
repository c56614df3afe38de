import Box from '@mui/material/Box';
import { NavLink } from 'react-router-dom';
import { number } from '../ui/format.ts';
import { useRail, type RailEntry } from './use-rail.ts';

const Entry = ({ to, label, icon: Icon, waiting }: RailEntry) => (
  <Box component="li">
    <Box
      component={NavLink}
      to={to}
      end={to === '/'}
      sx={({ palette }) => ({
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        height: 36,
        px: 1.25,
        borderRadius: 1,
        color: palette.text.primary,
        textDecoration: 'none',
        fontSize: '0.9375rem',
        fontWeight: 500,
        '& svg': { fontSize: 20, color: palette.text.secondary },
        '&:hover': { backgroundColor: palette.look.hover },
        '&.active': {
          backgroundColor: palette.look.paper,
          fontWeight: 650,
          boxShadow: `inset 3px 0 ${palette.look.accent}`,
        },
        '&.active svg': { color: palette.look.accent },
      })}
    >
      <Icon aria-hidden />
      <Box component="span" sx={{ flex: 1 }}>
        {label}
      </Box>
      {waiting > 0 ? (
        <Box component="span" className="figures" sx={{ fontSize: '0.8125rem', fontWeight: 600 }}>
          {number(waiting)}
          <span className="unseen"> waiting</span>
        </Box>
      ) : null}
    </Box>
  </Box>
);

/** The stages of the work, as links. */
export const RailEntries = () => (
  <Box component="nav" aria-label="Stages of the work">
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '2px' }}>
      {useRail().map((entry) => (
        <Entry key={entry.to} {...entry} />
      ))}
    </Box>
  </Box>
);

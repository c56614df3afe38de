import ExpandLess from '@mui/icons-material/ExpandLess';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { useLogout, useTheme } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useMe } from '../providers/me.ts';
import { useDensity } from './density.ts';
import { MenuChoices } from './MenuChoices.tsx';

/** At the foot of the rail: who is signed in, how things look, and the way out. */
export const UserMenu = () => {
  const me = useMe();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const [mode, setMode] = useTheme(prefersDark ? 'dark' : 'light');
  const [density, setDensity] = useDensity();
  const logout = useLogout();
  const navigate = useNavigate();
  const then = (act: () => void) => () => {
    setAnchor(null);
    act();
  };
  if (!me) return null;
  return (
    <Box sx={{ flex: 'none', borderTop: 1, borderColor: 'divider' }}>
      <ButtonBase
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ width: '100%', justifyContent: 'flex-start', textAlign: 'left', gap: 1, px: 2, py: 1.25 }}
      >
        <Box sx={{ minWidth: 0, flex: 1 }}>
          <Box sx={{ fontWeight: 600, fontSize: '0.875rem' }}>{me.name}</Box>
          <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {me.email}
          </Box>
        </Box>
        <ExpandLess aria-hidden sx={{ color: 'text.secondary' }} />
      </ButtonBase>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { sx: { minWidth: 220 } } }}
      >
        <MenuChoices
          label="Look"
          value={mode === 'dark' ? 'dark' : 'light'}
          choices={{ light: 'Light', dark: 'Dark' }}
          onChoose={(choice) => setMode(choice)}
        />
        <MenuChoices
          label="Rows of tables"
          value={density}
          choices={{ comfortable: 'Comfortable', compact: 'Compact' }}
          onChoose={setDensity}
        />
        <Divider />
        {me.demo ? <MenuItem onClick={then(() => void navigate('/outbox'))}>Mail that was not sent</MenuItem> : null}
        <MenuItem onClick={then(() => void logout({}, undefined, false))}>Sign out</MenuItem>
      </Menu>
    </Box>
  );
};

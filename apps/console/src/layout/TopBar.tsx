import Menu from '@mui/icons-material/Menu';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { FindBox } from '../find-people/FindBox.tsx';
import { Mark } from './Mark.tsx';
import { Place } from './Place.tsx';
import { RailEntries } from './RailEntries.tsx';
import { UserMenu } from './UserMenu.tsx';
import { WorkTray } from './WorkTray.tsx';

/** The rail of a narrow screen: a bar on top, the rest in a drawer, running jobs at the foot of the screen. */
export const TopBar = () => {
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  return (
    <>
      <Box
        component="header"
        className="no-print"
        sx={({ palette }) => ({
          position: 'sticky',
          top: 0,
          zIndex: 10,
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: 1,
          py: 0.75,
          backgroundColor: palette.look.rail,
          borderBottom: `1px solid ${palette.look.line}`,
        })}
      >
        <IconButton aria-label="Open the menu" aria-expanded={open} onClick={() => setOpen(true)}>
          <Menu />
        </IconButton>
        <Place />
        <Box sx={{ flex: '1 1 120px', minWidth: 0, maxWidth: 260, ml: 'auto' }}>
          <FindBox />
        </Box>
      </Box>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        slotProps={{ paper: { sx: { width: 288, display: 'flex' }, 'aria-label': 'Menu' } }}
      >
        <Box sx={{ p: 2 }}>
          <Mark />
        </Box>
        <Box sx={{ px: 1, flex: 1 }}>
          <RailEntries />
        </Box>
        <UserMenu />
      </Drawer>
      <Box
        className="no-print"
        sx={{ position: 'fixed', bottom: 0, left: 0, right: 0, zIndex: 9, backgroundColor: 'background.paper' }}
      >
        <WorkTray />
      </Box>
    </>
  );
};

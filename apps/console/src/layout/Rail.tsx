import Box from '@mui/material/Box';
import { FindBox } from '../find-people/FindBox.tsx';
import { Mark } from './Mark.tsx';
import { Place } from './Place.tsx';
import { RailEntries } from './RailEntries.tsx';
import { UserMenu } from './UserMenu.tsx';
import { WorkTray } from './WorkTray.tsx';

/** The left rail: whose installation, which county, the stages, the jobs that run, and who is signed in. */
export const Rail = () => (
  <Box
    component="aside"
    aria-label="Clearance"
    className="no-print"
    sx={({ palette }) => ({
      position: 'sticky',
      top: 0,
      flex: '0 0 var(--rail)',
      height: '100vh',
      display: 'flex',
      flexDirection: 'column',
      backgroundColor: palette.look.rail,
      borderRight: `1px solid ${palette.look.line}`,
      overflow: 'hidden',
    })}
  >
    <Box sx={{ flex: 'none', px: 2, pt: 2, pb: 1.5, display: 'grid', gap: 1.5 }}>
      <Mark />
      <Place />
      <FindBox />
    </Box>
    {/* In a low window stages and jobs scroll as one, the stages first; who is signed in stays. */}
    <Box
      sx={{
        flex: '1 1 0',
        minHeight: 0,
        overflowY: 'auto',
        overscrollBehavior: 'contain',
        // The heading of the jobs lies over the foot.
        scrollPaddingBottom: '48px',
        display: 'flex',
        flexDirection: 'column',
      }}
    >
      <Box sx={{ flex: 'none', px: 1, pb: 1 }}>
        <RailEntries />
      </Box>
      <Box sx={{ flex: '1 0 0' }} />
      <WorkTray />
    </Box>
    <UserMenu />
  </Box>
);

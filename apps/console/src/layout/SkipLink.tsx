import Box from '@mui/material/Box';

/** For keyboards: past the rail to the page. Seen only while it has the focus. */
export const SkipLink = () => (
  <Box
    component="button"
    type="button"
    className="no-print"
    onClick={() => document.getElementById('main-content')?.focus()}
    sx={({ palette }) => ({
      position: 'fixed',
      top: 8,
      left: 8,
      zIndex: 2000,
      px: 2,
      py: 1,
      font: 'inherit',
      border: 0,
      borderRadius: 1,
      color: palette.look.accentInk,
      backgroundColor: palette.look.accent,
      transform: 'translateY(-200%)',
      '&:focus': { transform: 'none' },
    })}
  >
    Skip to the page
  </Box>
);

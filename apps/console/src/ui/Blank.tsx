import Box from '@mui/material/Box';

/** What stands for a page in the moment before it is loaded: nothing that moves, only a word for screen readers. */
export const Blank = () => (
  <Box role="status" sx={{ minHeight: 240 }}>
    <span className="unseen">Loading the page</span>
  </Box>
);

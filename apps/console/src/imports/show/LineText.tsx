import Box from '@mui/material/Box';

/** A row as it stands in the file: its beginning, and all that is known of it on demand. */
export const LineText = ({ text }: { readonly text: string }) => (
  <Box
    component="details"
    sx={{
      fontFamily: 'ui-monospace, Consolas, monospace',
      fontSize: '0.8125rem',
      maxWidth: { xs: '60vw', sm: 420 },
      overflowWrap: 'anywhere',
      textAlign: 'left',
      '& summary': { cursor: 'pointer', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
      '&[open] summary': { color: 'text.secondary' },
    }}
  >
    <summary>{text.slice(0, 120)}</summary>
    {text}
  </Box>
);

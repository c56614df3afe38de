import Box from '@mui/material/Box';

/** The product's sign and name. */
export const Mark = ({ large = false }: { readonly large?: boolean }) => (
  <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, fontWeight: 700, fontSize: large ? '1.25rem' : '1rem' }}>
    <Box component="img" src="/mark.svg" alt="" sx={{ width: large ? 30 : 24, height: large ? 30 : 24 }} />
    Clearance
  </Box>
);

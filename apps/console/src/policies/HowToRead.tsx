import Box from '@mui/material/Box';

/** How the rules of every policy are applied, also where a fact is missing. */
export const HowToRead = () => (
  <Box
    sx={{ borderLeft: '3px solid', borderColor: 'primary.main', pl: 2, my: 2, maxWidth: '76ch', breakInside: 'avoid' }}
  >
    <strong>How the rules are read.</strong> From the top; the first one that holds decides. Where a fact is missing or
    cannot be read, and it could change the outcome, nothing is assumed: the conviction goes to a person, with the
    missing fact named.
  </Box>
);

import Box from '@mui/material/Box';

/** Which shade is what; `words` in the order of the shades, strongest first. */
export const Legend = ({ words }: { readonly words: readonly string[] }) => (
  <Box component="ul" sx={{ listStyle: 'none', m: 0, mb: 1, p: 0, display: 'flex', flexWrap: 'wrap', gap: '4px 14px' }}>
    {words.map((word, shade) => (
      <Box component="li" key={word} sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontSize: '0.8125rem' }}>
        <Box
          aria-hidden
          sx={({ palette }) => ({
            width: 11,
            height: 11,
            borderRadius: '2px',
            backgroundColor: palette.look.shades[shade] ?? palette.look.line,
            printColorAdjust: 'exact',
          })}
        />
        {word}
      </Box>
    ))}
  </Box>
);

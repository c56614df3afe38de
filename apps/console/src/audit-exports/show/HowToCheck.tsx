import Box from '@mui/material/Box';

const Command = ({ where, command }: { readonly where: string; readonly command: string }) => (
  <Box sx={{ mt: 0.75 }}>
    {where}
    <Box
      component="pre"
      tabIndex={0}
      aria-label={`Command: ${where}`}
      sx={({ palette }) => ({
        m: 0,
        mt: 0.25,
        px: 1.25,
        py: 0.75,
        width: 'fit-content',
        maxWidth: '100%',
        overflowX: 'auto',
        borderRadius: 1,
        fontFamily: 'ui-monospace, Consolas, monospace',
        fontSize: '0.8125rem',
        backgroundColor: palette.look.hover,
      })}
    >
      {command}
    </Box>
  </Box>
);

/** How somebody else checks a file without this console. */
export const HowToCheck = () => (
  <Box sx={{ mt: 2.5, fontSize: '0.875rem', maxWidth: '76ch' }}>
    <strong>To check a file elsewhere</strong>, compute its checksum in the folder where it lies, with its name in place
    of FILE. It must be the one above, letter for letter.
    <Command where="On Windows, in the Command Prompt:" command="certutil -hashfile FILE SHA256" />
    <Command where="On a Mac or Linux, in the Terminal:" command="shasum -a 256 FILE" />
  </Box>
);

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

/** How somebody else checks a bundle without this console, and a single file without anything of ours. */
export const HowToCheck = () => (
  <Box sx={{ mt: 2, fontSize: '0.875rem', maxWidth: '76ch' }}>
    <strong>Whoever receives it checks it alone</strong>, without a network and without this console. It says in one
    line what was proved, or names the first file or entry that does not fit.
    <Command
      where="In a checkout of the program, with the name of the downloaded file in place of FILE:"
      command="npm run -s clearance -- verify FILE"
    />
    <Command
      where="With the public key and a checkpoint that they hold from earlier, which proves more:"
      command="npm run -s clearance -- verify FILE --key log.pub --checkpoint OLDER"
    />
    <Box component="details" sx={{ mt: 1 }}>
      <Box component="summary" sx={{ cursor: 'pointer', width: 'fit-content' }}>
        Only compare the checksum of a single file
      </Box>
      <Command where="On Windows, in the Command Prompt:" command="certutil -hashfile FILE SHA256" />
      <Command where="On a Mac or Linux, in the Terminal:" command="shasum -a 256 FILE" />
    </Box>
  </Box>
);

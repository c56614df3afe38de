import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import { useTheme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { PaperTheme } from '../theme/PaperTheme.tsx';

interface PlainPageProps {
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** A page outside the shell: sign-in, an invitation, the outbox. */
export const PlainPage = (props: PlainPageProps) => (
  <PaperTheme>
    <Sheet {...props} />
  </PaperTheme>
);

const Sheet = ({ children, wide = false }: PlainPageProps) => {
  const { palette } = useTheme();
  return (
    <Box component="main" sx={{ minHeight: '100vh', backgroundColor: palette.look.page, px: 2, py: { xs: 3, sm: 8 } }}>
      <GlobalStyles styles={{ ':root': { colorScheme: palette.mode }, body: { backgroundColor: palette.look.page } }} />
      <Box sx={{ maxWidth: wide ? 920 : 440, mx: 'auto' }}>{children}</Box>
    </Box>
  );
};

import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTheme } from '@mui/material/styles';
import { Suspense, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { useWorkFeed } from '../providers/events.ts';
import { KeyboardHelp } from '../ui/KeyboardHelp.tsx';
import { useDensity } from './density.ts';
import { LogAlarm } from './LogAlarm.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';
import { Rail } from './Rail.tsx';
import { SessionWatch } from './SessionWatch.tsx';
import { SkipLink } from './SkipLink.tsx';
import { PaperTheme } from '../theme/PaperTheme.tsx';
import { TopBar } from './TopBar.tsx';
import { useFocusOnNewPage } from './use-focus-on-new-page.ts';

/** The frame around every page of somebody signed in: the rail (on phones a bar with a drawer), then the page. */
export const Shell = ({ children }: { readonly children: ReactNode }) => (
  <PaperTheme>
    <Frame>{children}</Frame>
  </PaperTheme>
);

const Frame = ({ children }: { readonly children: ReactNode }) => {
  useWorkFeed();
  useDensity();
  useFocusOnNewPage();
  const { palette } = useTheme();
  const narrow = useMediaQuery('(max-width:700px)');
  const { pathname } = useLocation();
  return (
    <>
      <GlobalStyles styles={{ ':root': { colorScheme: palette.mode }, body: { backgroundColor: palette.look.page } }} />
      <SkipLink />
      <Box className="page-frame" sx={{ display: narrow ? 'block' : 'flex', minHeight: '100vh' }}>
        {narrow ? <TopBar /> : <Rail />}
        <Box
          component="main"
          id="main-content"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, px: narrow ? 2 : 3.5, pt: narrow ? 2 : 3, pb: 8 }}
        >
          <LogAlarm />
          <PageBoundary page={pathname}>
            <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
          </PageBoundary>
        </Box>
      </Box>
      <KeyboardHelp />
      <SessionWatch />
    </>
  );
};

import ExpandLess from '@mui/icons-material/ExpandLess';
import ExpandMore from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useStore } from 'react-admin';
import { useWork } from '../providers/events.ts';
import { counted } from '../ui/format.ts';
import { workNews } from './work-news.ts';
import { WorkItem } from './WorkItem.tsx';

/** Long work, wherever one goes: what runs, how far it is, and a word when it is done. Absent while there is none. */
export const WorkTray = () => {
  const work = useWork();
  const narrow = useMediaQuery('(max-width:700px)', { noSsr: true });
  const [open, setOpen] = useStore(narrow ? 'tray.openNarrow' : 'tray.open', !narrow);
  const running = work.filter(({ state }) => state === 'running').length;
  return (
    <>
      <div role="status" aria-live="polite" className="unseen">
        {workNews(work)}
      </div>
      {work.length > 0 ? (
        <Box
          component="section"
          aria-label="Jobs"
          sx={{
            borderTop: 1,
            borderColor: 'divider',
            display: 'flex',
            flexDirection: 'column',
            flex: '0 100 auto',
            minHeight: open ? 150 : 'auto',
            overflow: 'hidden',
          }}
        >
          <ButtonBase
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            sx={{ flex: 'none', justifyContent: 'space-between', px: 2, py: 1, fontSize: '0.875rem', fontWeight: 600 }}
          >
            {running > 0 ? `${counted(running, 'job')} running` : 'Jobs'}
            {open ? <ExpandMore aria-hidden /> : <ExpandLess aria-hidden />}
          </ButtonBase>
          {open ? (
            <Box
              component="ul"
              sx={{
                listStyle: 'none',
                m: 0,
                px: 2,
                pt: 0,
                pb: 1,
                maxHeight: { xs: '40vh', sm: 240 },
                overflowY: 'auto',
              }}
            >
              {work.map((item) => (
                <WorkItem key={item.id} work={item} />
              ))}
            </Box>
          ) : null}
        </Box>
      ) : null}
    </>
  );
};

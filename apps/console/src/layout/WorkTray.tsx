import ExpandLess from '@mui/icons-material/ExpandLess';
import ExpandMore from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useRef } from 'react';
import { useStore } from 'react-admin';
import { useAsking, useWork } from '../providers/events.ts';
import { counted } from '../ui/format.ts';
import { useNow } from '../ui/use-now.ts';
import { inTray } from './in-tray.ts';
import { workNews } from './work-news.ts';
import { WorkItem } from './WorkItem.tsx';

/** Long work, wherever one goes: what runs, how far it is, and a word when it is done. Absent while there is none. */
export const WorkTray = () => {
  const now = useNow();
  const asking = useAsking();
  const work = useWork().filter((one) => inTray(one, now));
  const narrow = useMediaQuery('(max-width:700px)', { noSsr: true });
  const [open, setOpen] = useStore(narrow ? 'tray.openNarrow' : 'tray.open', !narrow);
  const head = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (open && asked.current) list.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const turn = () => {
    asked.current = true;
    const [end, begin] = [head.current?.getBoundingClientRect().bottom, list.current?.getBoundingClientRect().top];
    // Where the list lies below what the rail shows, one is brought to it first.
    if (begin !== undefined && end !== undefined && begin > end + 1) list.current?.scrollIntoView({ block: 'nearest' });
    else setOpen(!open);
  };
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
          // In the rail its heading stays at the foot while the stages above it need the room.
          sx={{ display: narrow ? 'block' : 'contents' }}
        >
          <ButtonBase
            ref={head}
            aria-expanded={open}
            onClick={turn}
            sx={({ palette }) => ({
              flex: 'none',
              width: '100%',
              justifyContent: 'space-between',
              position: narrow ? 'static' : 'sticky',
              bottom: 0,
              zIndex: 1,
              px: 2,
              py: 1,
              borderTop: 1,
              borderColor: 'divider',
              backgroundColor: narrow ? 'inherit' : palette.look.rail,
              fontSize: '0.875rem',
              fontWeight: 600,
            })}
          >
            {running > 0 ? `${counted(running, 'job')} running` : 'Jobs'}
            {open ? <ExpandMore aria-hidden /> : <ExpandLess aria-hidden />}
          </ButtonBase>
          {open && asking ? (
            <Typography variant="body2" color="textSecondary" sx={{ px: 2, pb: 1 }} data-testid="asks-now-and-then">
              Refreshed every half minute, because many pages are open. Close the ones you do not need to see progress
              at once.
            </Typography>
          ) : null}
          {open ? (
            <Box
              component="ul"
              ref={list}
              sx={{
                listStyle: 'none',
                m: 0,
                px: 2,
                pt: 0,
                pb: 1,
                ...(narrow ? { maxHeight: '40vh', overflowY: 'auto' } : { flex: 'none' }),
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

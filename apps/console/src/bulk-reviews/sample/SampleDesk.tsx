import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useLayoutEffect, useRef } from 'react';
import type { Sample, SampleItem } from '@clearance/contract';
import { useWide } from '../../convictions/use-wide.ts';
import type { RefusalError } from '../../providers/refusal.ts';
import { Record } from '../../record/Record.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SampleItems } from './SampleItems.tsx';
import { SampleProgress } from './SampleProgress.tsx';
import { StepButtons } from './StepButtons.tsx';
import { FindingBar, type FindingActs } from './FindingBar.tsx';

interface SampleDeskProps {
  readonly sample: Sample;
  readonly current: SampleItem;
  readonly acts: FindingActs;
  readonly refusal: RefusalError | undefined;
  readonly onOpen: (id: string | undefined) => void;
  /** Told which record is on the screen. */
  readonly onShown: (id: string) => void;
}

/** The sample on the left, the record one is at on the right; the finding is one key away. */
export const SampleDesk = ({ sample, current, acts, refusal, onOpen, onShown }: SampleDeskProps) => {
  const wide = useWide();
  const top = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // The next record is read from its beginning, wherever one stood in the last, and seen among the others.
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
    top.current?.scrollIntoView({ block: 'start' });
  }, [current.id]);
  return (
    <Box
      component="section"
      aria-label="Sample"
      sx={{ display: 'grid', gridTemplateColumns: wide ? '300px minmax(0, 1fr)' : 'minmax(0, 1fr)', gap: 2 }}
    >
      <Box
        className="no-print"
        sx={
          wide
            ? { position: 'sticky', top: 16, height: 'calc(100vh - 40px)', display: 'flex', flexDirection: 'column' }
            : {}
        }
      >
        <Button size="small" onClick={() => onOpen(undefined)} sx={{ alignSelf: 'flex-start', mb: 1 }}>
          ← The whole set
        </Button>
        <SampleProgress sample={sample} />
        {wide ? (
          <Box ref={list} sx={{ flex: 1, overflowY: 'auto', minHeight: 0, mt: 1 }}>
            <SampleItems items={sample.items} currentId={current.id} onOpen={onOpen} />
          </Box>
        ) : null}
      </Box>
      <Box
        ref={top}
        sx={{
          minWidth: 0,
          scrollMarginTop: { xs: 140, md: 24 },
          // A record comes in parts. The browser would hold on to a later part and push the name out of sight; and
          // while there is none yet, the page would be too short to begin at it.
          overflowAnchor: 'none',
          minHeight: '100vh',
        }}
      >
        <FindingBar item={current} acts={acts}>
          <StepButtons items={sample.items} currentId={current.id} onOpen={onOpen} />
        </FindingBar>
        {refusal ? <Problem error={refusal} /> : null}
        <Record key={current.id} id={current.id} keys={false} onShown={onShown} />
      </Box>
    </Box>
  );
};

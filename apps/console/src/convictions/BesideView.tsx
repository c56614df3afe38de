import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { counted } from '../ui/format.ts';
import { usePageTitle } from '../ui/use-page-title.ts';
import { ConvictionCards } from './ConvictionCards.tsx';
import { ConvictionPane } from './ConvictionPane.tsx';
import type { ListWork } from './use-list-work.ts';

interface BesideViewProps {
  readonly work: ListWork;
  readonly label: string;
  readonly pager: ReactNode;
}

/** The list on the left, the open record on the right; each scrolls by itself, so that neither loses its place. */
export const BesideView = ({ work, label, pager }: BesideViewProps) => {
  usePageTitle(label);
  const { opened, rows, linkState, open, close, step, deciding, total, stale } = work;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(300px, 330px) minmax(0, 1fr)', gap: 2 }}>
      <Box
        className="no-print"
        aria-busy={stale}
        sx={{ position: 'sticky', top: 16, height: 'calc(100vh - 40px)', display: 'flex', flexDirection: 'column' }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pb: 1 }}>
          <Button size="small" onClick={close}>
            ← {label}
          </Button>
          <Box className="figures" sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
            {counted(total, 'conviction')}
          </Box>
        </Box>
        <Box sx={{ flex: 1, overflowY: 'auto', minHeight: 0 }}>
          <ConvictionCards rows={rows} currentId={opened} linkState={linkState} onOpen={open} />
        </Box>
        <Box sx={{ '& .MuiTablePagination-selectLabel, & .MuiTablePagination-input': { display: 'none' } }}>
          {pager}
        </Box>
      </Box>
      {opened ? (
        <ConvictionPane id={opened} deciding={deciding} linkState={linkState} onClose={close} onStep={step} />
      ) : null}
    </Box>
  );
};

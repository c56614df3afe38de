import Close from '@mui/icons-material/Close';
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown';
import KeyboardArrowUp from '@mui/icons-material/KeyboardArrowUp';
import OpenInFull from '@mui/icons-material/OpenInFull';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useEffect, useRef } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { From } from '../record/RecordPage.tsx';
import { Record } from '../record/Record.tsx';
import type { Deciding } from '../record/use-deciding.ts';

interface ConvictionPaneProps {
  readonly id: string;
  readonly deciding: Deciding;
  readonly linkState: { readonly from: From };
  readonly onClose: () => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** The record that lies open beside the list; it scrolls by itself. */
export const ConvictionPane = ({ id, deciding, linkState, onClose, onStep }: ConvictionPaneProps) => {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void pane.current?.scrollTo({ top: 0 });
  }, [id]);
  return (
    <Box
      ref={pane}
      component="aside"
      aria-label="Open record"
      sx={({ palette }) => ({
        position: 'sticky',
        top: 16,
        height: 'calc(100vh - 32px)',
        overflowY: 'auto',
        p: 2.5,
        backgroundColor: palette.look.paper,
        border: `1px solid ${palette.look.line}`,
        borderRadius: 1,
        '@media print': { position: 'static', height: 'auto', border: 0, p: 0 },
      })}
    >
      <Record
        id={id}
        deciding={deciding}
        actions={
          <>
            <PaneButton says="Previous (k)" onClick={() => onStep(-1)}>
              <KeyboardArrowUp fontSize="small" />
            </PaneButton>
            <PaneButton says="Next (j)" onClick={() => onStep(1)}>
              <KeyboardArrowDown fontSize="small" />
            </PaneButton>
            <Tooltip title="Open as a page">
              <IconButton
                size="small"
                component={RouterLink}
                to={`/convictions/${id}/show`}
                state={linkState}
                aria-label="Open as a page"
              >
                <OpenInFull sx={{ fontSize: 17 }} />
              </IconButton>
            </Tooltip>
            <PaneButton says="Close (Esc)" onClick={onClose}>
              <Close fontSize="small" />
            </PaneButton>
          </>
        }
      />
    </Box>
  );
};

interface PaneButtonProps {
  readonly says: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

const PaneButton = ({ says, onClick, children }: PaneButtonProps) => (
  <Tooltip title={says}>
    <IconButton size="small" aria-label={says} onClick={onClick}>
      {children}
    </IconButton>
  </Tooltip>
);

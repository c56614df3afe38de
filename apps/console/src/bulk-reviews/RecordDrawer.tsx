import Close from '@mui/icons-material/Close';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { DecideDialog } from '../record/DecideDialog.tsx';
import { Record } from '../record/Record.tsx';
import { useDeciding } from '../record/use-deciding.ts';

interface RecordDrawerProps {
  /** Nothing is shown while there is none. */
  readonly id: string | undefined;
  /** The next one of the sample. */
  readonly nextId: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** A record of the sample, over the page, so that the set stays where it is. */
export const RecordDrawer = ({ id, nextId, onOpen, onClose }: RecordDrawerProps) => {
  const deciding = useDeciding();
  return (
    <Drawer
      anchor="right"
      open={id !== undefined}
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-label': 'Record of the sample',
          sx: { width: 'min(860px, 100vw)', p: { xs: 2, sm: 3 } },
        },
      }}
    >
      {id ? (
        <Record
          id={id}
          deciding={deciding}
          keys={false}
          actions={
            <>
              {nextId ? (
                <Button size="small" onClick={() => onOpen(nextId)}>
                  Next of the sample
                </Button>
              ) : null}
              <IconButton size="small" aria-label="Close" onClick={onClose}>
                <Close fontSize="small" />
              </IconButton>
            </>
          }
        />
      ) : null}
      <DecideDialog deciding={deciding} />
    </Drawer>
  );
};

import ViewWeekOutlined from '@mui/icons-material/ViewWeekOutlined';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import { useStore } from 'react-admin';
import { CheckLines } from './CheckLines.tsx';
import { columns, columnsKey, hiddenAtFirst, type Column } from './columns.ts';

const names = Object.keys(columns) as Column[];

/** Which columns the table shows. */
export const ColumnsMenu = () => {
  const [hidden, setHidden] = useStore<string[]>(columnsKey, [...hiddenAtFirst]);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        size="small"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        startIcon={<ViewWeekOutlined aria-hidden />}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Columns
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': 'Columns', sx: { border: 1, borderColor: 'divider', minWidth: 220 } },
        }}
      >
        <CheckLines
          lines={names.map((name) => ({ value: name, word: columns[name] }))}
          chosen={names.filter((name) => !hidden.includes(name))}
          onToggle={(name) =>
            setHidden(hidden.includes(name) ? hidden.filter((other) => other !== name) : [...hidden, name])
          }
        />
      </Popover>
    </>
  );
};

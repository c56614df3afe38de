import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useMe } from '../../providers/me.ts';
import { filesOf, type DroppedItem } from './dropped.ts';
import { UploadPanel } from './UploadPanel.tsx';
import { chooseFiles, useUpload } from './upload-store.ts';
import { useFileDrop } from './use-file-drop.ts';

/** Where the files of a delivery are dropped or chosen, sent, and where it is told what became of them. */
export const DropZone = () => {
  const me = useMe();
  const upload = useUpload(me?.memberId);
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string>();
  const busy = upload?.step === 'sending';

  const take = (items: readonly DroppedItem[]) => {
    const dropped = filesOf(items);
    setRefused('refused' in dropped ? dropped.refused : undefined);
    if ('files' in dropped && me) chooseFiles(dropped.files, me.memberId);
  };
  const over = useFileDrop(!busy, take);
  const open = () => input.current?.click();

  return (
    <Box
      component="section"
      aria-label="Import a file"
      sx={({ palette }) => ({
        border: `2px ${over ? 'solid' : 'dashed'} ${over ? palette.look.accent : palette.look.line}`,
        backgroundColor: over ? palette.look.accentWash : palette.look.paper,
        borderRadius: 1.5,
        p: { xs: 2, sm: 2.5 },
        mb: 3,
      })}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Criminal-history file"
        onChange={({ currentTarget }) => {
          const files = Array.from(currentTarget.files ?? []);
          currentTarget.value = '';
          if (files.length > 0) take(files.map((file) => ({ file })));
        }}
      />
      <div role="alert">{refused ? <Box sx={{ mb: 1.5, fontWeight: 600 }}>{refused}</Box> : null}</div>
      {upload ? (
        <UploadPanel upload={upload} onOther={open} />
      ) : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', justifyContent: 'space-between' }}>
          <Box>
            <Typography variant="h2">Drop the state’s file here</Typography>
            <Typography sx={{ color: 'text.secondary' }}>
              Text with 95 columns, usually named *.dat; several gigabytes are fine. Where the state cut it into parts,
              drop all of them together, or their folder. Nothing is sent before you say so.
            </Typography>
          </Box>
          <Button variant="contained" onClick={open}>
            Choose a file
          </Button>
        </Box>
      )}
    </Box>
  );
};

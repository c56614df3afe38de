import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import type { GivenTo as Given } from '@clearance/contract';
import { useState } from 'react';
import { api } from '../providers/http.ts';
import { useCan } from '../providers/me.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { saveFile } from '../ui/csv.ts';
import { GivenTo } from './GivenTo.tsx';
import { useGivenTo } from './use-given-to.ts';

interface GiveOutProps {
  /** On the button: "Download 11 convictions as CSV". */
  readonly label: string;
  /** What the file holds, as a sentence. */
  readonly holds: string;
  /** Where it is asked for. */
  readonly path: string;
  /** What goes with recipient and purpose. */
  readonly body?: object;
}

/** The button of a file that names people: first it asks to whom the file goes and what for. For those who may give one out. */
export const GiveOut = (props: GiveOutProps) => {
  const [asking, setAsking] = useState(false);
  return useCan('export import') ? (
    <>
      <Button className="no-print" startIcon={<FileDownloadOutlined />} onClick={() => setAsking(true)}>
        {props.label}
      </Button>
      {asking ? <AskToWhom {...props} onClose={() => setAsking(false)} /> : null}
    </>
  ) : null;
};

const AskToWhom = ({ body, holds, onClose, path }: GiveOutProps & { readonly onClose: () => void }) => {
  const { fields, send } = useGivenTo();
  const { act, busy, refusal } = useAct(
    (given: Given) => api.file(path, { ...body, ...given }),
    ({ bytes, name }) => {
      saveFile(name, bytes);
      onClose();
    },
  );
  return (
    <ConfirmDialog
      open
      title="Who receives this file?"
      consequence={`${holds} The download is logged, and listed under Given out with recipient and purpose.`}
      verb="Download the file"
      busy={busy}
      refusal={refusal}
      fieldIds={fields.ids}
      onConfirm={() => send((given) => void act(given))}
      onClose={onClose}
    >
      <GivenTo {...fields} autoFocus />
    </ConfirmDialog>
  );
};

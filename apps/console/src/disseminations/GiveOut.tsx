import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { api } from '../providers/http.ts';
import { useCan } from '../providers/me.ts';
import { saveFile } from '../ui/csv.ts';
import { AskToWhom } from './AskToWhom.tsx';

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
      {asking ? (
        <AskToWhom
          title="Who receives this file?"
          consequence={`${props.holds} The download is logged, and listed under Given out with recipient and purpose.`}
          verb="Download the file"
          make={(given) => api.file(props.path, { ...props.body, ...given })}
          onMade={({ bytes, name }) => {
            saveFile(name, bytes);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  ) : null;
};

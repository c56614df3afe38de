import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { AnnotatedRow, ImportRow } from '@clearance/contract';
import { useState } from 'react';
import { AskToWhom } from '../../disseminations/AskToWhom.tsx';
import { api } from '../../providers/http.ts';
import { counted } from '../../ui/format.ts';

interface AskAnnotatedProps {
  readonly row: ImportRow;
  readonly onClose: () => void;
}

/** To whom and what for, and the button that makes the file. */
export const AskAnnotated = ({ row, onClose }: AskAnnotatedProps) => {
  const [decisions, setDecisions] = useState(false);
  return (
    <AskToWhom
      title="Make an annotated file?"
      consequence={`It holds the criminal history of ${counted(row.people, 'person', 'people')}. That you asked for it, and each download, is on the log; recipient and purpose are kept beside. It can be downloaded for seven days.`}
      verb="Make the file"
      make={(given) => api.post<AnnotatedRow>(`/imports/${row.id}/annotated`, { ...given, decisions })}
      onMade={onClose}
      onClose={onClose}
    >
      <FormControlLabel
        sx={{ mt: 1 }}
        control={<Checkbox checked={decisions} onChange={(_, on) => setDecisions(on)} />}
        label="Also where each conviction stands and what was recommended, in two more columns"
      />
    </AskToWhom>
  );
};

import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Box from '@mui/material/Box';
import type { ConvictionView } from '@clearance/contract';
import { Link as RouterLink, useLocation, useParams } from 'react-router-dom';
import { useApi } from '../providers/use-api.ts';
import { usePageTitle } from '../ui/use-page-title.ts';
import { DecideDialog } from './DecideDialog.tsx';
import { Record } from './Record.tsx';
import { RecordKeys } from './RecordKeys.tsx';
import { useDeciding } from './use-deciding.ts';
import { personName } from './person-words.ts';

/** Where a record was opened from, handed along with the link. */
export interface From {
  readonly to: string;
  readonly label: string;
}

/** One record on a page of its own. */
export const RecordPage = () => {
  const { id = '' } = useParams();
  const from = (useLocation().state as { from?: From } | null)?.from ?? { to: '/convictions', label: 'Queue' };
  const deciding = useDeciding();
  const row = useApi<ConvictionView>(`/convictions/${id}`).data;
  usePageTitle(row ? `${personName(row.name)}, case ${row.caseNumber}` : 'Conviction');
  return (
    <>
      <Box className="no-print" sx={{ mb: 1, fontSize: '0.875rem' }}>
        <Link component={RouterLink} to={from.to}>
          ← {from.label}
        </Link>
      </Box>
      <Record
        id={id}
        deciding={deciding}
        actions={
          <Button size="small" variant="text" onClick={() => window.print()}>
            Print
          </Button>
        }
      />
      <RecordKeys row={row} deciding={deciding} />
      <DecideDialog deciding={deciding} />
    </>
  );
};

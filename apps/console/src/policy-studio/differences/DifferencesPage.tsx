import SwapHoriz from '@mui/icons-material/SwapHoriz';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { PrintButton } from '../../audit-events/print/PrintButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SkeletonRows } from '../../ui/SkeletonRows.tsx';
import { usePolicyChoices } from '../policy-choices.ts';
import { PolicySelect } from '../PolicySelect.tsx';
import { Differences } from './Differences.tsx';

/** What one policy says differently from another, rule by rule. Which two stands in the address. */
export const DifferencesPage = () => {
  const [query, setQuery] = useSearchParams();
  const choices = usePolicyChoices();
  const [before, after] = [query.get('before') ?? '', query.get('after') ?? ''];
  const go = (next: { before: string; after: string }) => setQuery(next, { replace: true });
  const nameOf = (ref: string) => choices?.find((choice) => choice.ref === ref)?.label ?? '';
  return (
    <>
      <PageHeader
        title="What changes"
        above={
          <Link component={RouterLink} to="/policies">
            Policy
          </Link>
        }
        explanation="Two policies side by side, rule by rule. What both say in the same words is left out."
        actions={<PrintButton />}
      />
      {choices ? (
        <Box
          className="no-print"
          sx={{
            display: 'grid',
            gap: 1.5,
            alignItems: 'center',
            maxWidth: 920,
            mb: 2,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) auto minmax(0, 1fr)' },
          }}
        >
          <PolicySelect
            label="Before"
            choices={choices}
            value={before}
            onChange={(ref) => go({ before: ref, after })}
          />
          <Button startIcon={<SwapHoriz />} variant="text" onClick={() => go({ before: after, after: before })}>
            Swap
          </Button>
          <PolicySelect label="After" choices={choices} value={after} onChange={(ref) => go({ before, after: ref })} />
        </Box>
      ) : (
        <SkeletonRows rows={2} height={48} />
      )}
      <Typography className="print-only" sx={{ display: 'none', '@media print': { display: 'block' }, mb: 1 }}>
        Before: {nameOf(before)}. After: {nameOf(after)}.
      </Typography>
      {before && after ? <Differences heading="h2" before={before} after={after} /> : null}
      {choices && (!before || !after) ? <Typography>Choose the two policies to compare.</Typography> : null}
    </>
  );
};

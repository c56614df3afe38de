import Typography from '@mui/material/Typography';
import { startsOf, type ConvictionRow } from '@clearance/contract';
import { Moment, Within } from '../ui/DateText.tsx';

/** Whether an approval stands of which one wants to know if it can be taken back. */
export const releaseStands = ({ state }: Pick<ConvictionRow, 'state'>): boolean =>
  state === 'released' || startsOf('undo').includes(state);

/** How long an approval can still be taken back, or why it no longer can. */
export const ReleaseLine = ({ row }: { readonly row: ConvictionRow }) => (
  <Typography variant="body2" sx={{ mb: 1 }}>
    {row.state === 'released' ? (
      <>
        Released, <Moment at={row.since} />. The approval can no longer be taken back, because what follows may have
        begun.
      </>
    ) : row.releasesAt === null && row.state === 'approved' ? (
      'It is being released. The county gives no time to take an approval back.'
    ) : row.releasesAt === null ? (
      'The time to take this decision back is over.'
    ) : row.recommendedByMe ? (
      <>
        It can be taken back until it is {row.state === 'approved' ? 'released' : 'final'},{' '}
        <Within at={row.releasesAt} />. You recommended this yourself, so somebody else has to do that.
      </>
    ) : (
      <>
        Until it is {row.state === 'approved' ? 'released' : 'final'}, <Within at={row.releasesAt} />, the approval can
        be taken back, with a reason.
      </>
    )}
  </Typography>
);

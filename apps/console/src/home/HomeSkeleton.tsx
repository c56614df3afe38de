import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';

/** The shape of the home page while its figures are counted. */
export const HomeSkeleton = () => (
  <Box role="status" sx={{ display: 'grid', gap: 2.5 }}>
    <span className="unseen">Loading the figures</span>
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))' }}>
      {[0, 1, 2].map((card) => (
        <Skeleton key={card} variant="rounded" height={104} />
      ))}
    </Box>
    <Skeleton variant="rounded" height={260} />
    <Skeleton variant="rounded" height={220} />
  </Box>
);

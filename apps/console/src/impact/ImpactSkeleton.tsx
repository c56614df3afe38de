import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';

/** The shape of the page while its figures are on their way. */
export const ImpactSkeleton = () => (
  <Box role="status" sx={{ display: 'grid', gap: 2.5 }}>
    <span className="unseen">Loading the figures</span>
    {[0, 1].map((row) => (
      <Box
        key={row}
        sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 196px), 1fr))' }}
      >
        {[0, 1, 2, 3, 4].map((card) => (
          <Skeleton key={card} variant="rounded" height={132} />
        ))}
      </Box>
    ))}
    <Skeleton variant="rounded" height={240} />
  </Box>
);

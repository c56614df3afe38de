import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';

/** The shape of a page while it is fetched; it shows only after a moment, so that quick pages do not flicker. */
export const PageSkeleton = () => (
  <Box
    sx={{
      '@keyframes appear': { from: { visibility: 'hidden' }, to: { visibility: 'visible' } },
      animation: 'appear 0s 150ms both',
    }}
  >
    <Skeleton width={220} height={38} />
    <Skeleton width="46%" sx={{ mb: 4 }} />
    <SkeletonRows />
  </Box>
);

import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';

/** Grey rows in the place of a list that is on its way. */
export const SkeletonRows = ({ rows = 8, height = 36 }: { readonly rows?: number; readonly height?: number }) => (
  <Box role="status">
    <span className="unseen">Loading</span>
    {Array.from({ length: rows }, (_, row) => (
      <Box
        key={row}
        sx={{ display: 'flex', gap: 2, alignItems: 'center', height, borderBottom: 1, borderColor: 'divider' }}
      >
        <Skeleton width="18%" />
        <Skeleton width={`${30 + ((row * 7) % 20)}%`} />
        <Skeleton width="12%" sx={{ ml: 'auto' }} />
      </Box>
    ))}
  </Box>
);

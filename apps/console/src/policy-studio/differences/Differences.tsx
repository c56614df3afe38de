import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PolicyDifferences } from '@clearance/contract';
import { useApi } from '../../providers/use-api.ts';
import { Problem } from '../../ui/Problem.tsx';
import { SkeletonRows } from '../../ui/SkeletonRows.tsx';
import { summaryOf } from './difference-words.ts';
import { PartDifference } from './PartDifference.tsx';

interface DifferencesProps {
  /** Of each part: one below the heading over them. */
  readonly heading: 'h2' | 'h3';
  /** As the API names policies. */
  readonly before: string;
  readonly after: string;
}

/** The differences of two policies. */
export const Differences = ({ before, after, heading }: DifferencesProps) => {
  const query = new URLSearchParams({ before, after }).toString();
  const { data, error, refetch } = useApi<PolicyDifferences>(`/policies/differences?${query}`);
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={5} height={88} />;
  return (
    <Box sx={{ maxWidth: 1040 }}>
      <Typography role="status" sx={{ fontWeight: 600, mb: 1.5 }}>
        {summaryOf(data.parts)}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.parts.map((part) => (
          <PartDifference key={`${part.part} ${part.id}`} part={part} heading={heading} />
        ))}
      </Box>
    </Box>
  );
};

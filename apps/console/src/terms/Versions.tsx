import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { AgencyRouting, TermsVersion } from '@clearance/contract';
import { useApi } from '../providers/use-api.ts';
import { Moment } from '../ui/DateText.tsx';
import { Problem } from '../ui/Problem.tsx';
import { TechnicalDetails } from '../ui/TechnicalDetails.tsx';
import { changesBetween, draftOf, nothingOwn } from './changes.ts';

/** Every version with what it changed, newest first. */
export const Versions = ({ shipped }: { readonly shipped: AgencyRouting | null }) => {
  const query = new URLSearchParams({ sort: '["version","DESC"]', range: '[0,99]' });
  const { data, error, refetch } = useApi<TermsVersion[]>(`/terms/versions?${query.toString()}`);
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="versions-title" sx={{ mb: 3, maxWidth: 920 }}>
      <Typography variant="h2" id="versions-title" sx={{ mb: 1 }}>
        Versions
      </Typography>
      <Paper variant="outlined" component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map((one, index) => {
          const before = data[index + 1];
          return (
            <Box
              component="li"
              key={one.version}
              sx={{ px: 2, py: 1.25, '& + &': { borderTop: 1, borderColor: 'divider' } }}
            >
              <Box sx={{ fontWeight: 600 }}>
                Version {one.version}
                {index === 0 ? ', in force' : ''}
              </Box>
              <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
                Saved by {one.changedBy}, <Moment at={one.at} />
              </Box>
              {before || one.version === 1 ? (
                <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.25, fontSize: '0.875rem' }}>
                  {changesBetween(before ? draftOf(before) : nothingOwn, draftOf(one), shipped).map((change) => (
                    <li key={change}>{change}</li>
                  ))}
                </Box>
              ) : null}
              <TechnicalDetails>Digest {one.digest}</TechnicalDetails>
            </Box>
          );
        })}
      </Paper>
    </Box>
  );
};

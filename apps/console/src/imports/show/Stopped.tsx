import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import type { ReactNode } from 'react';
import { CancelWork } from '../../jobs/CancelWork.tsx';
import { ResumeWork } from '../../jobs/ResumeWork.tsx';
import { useJob } from '../../jobs/use-job.ts';
import { useCan } from '../../providers/me.ts';
import { isNothingRead } from '../import-words.ts';
import { CancelImport } from './CancelImport.tsx';

interface FrameProps {
  readonly title: string;
  readonly says: string;
  readonly children: ReactNode;
}

const Frame = ({ title, says, children }: FrameProps) => (
  <Box
    component="section"
    aria-label="Problem"
    sx={{ border: '2px solid', borderColor: 'error.main', borderRadius: 1, p: 2, mb: 3 }}
  >
    <Typography variant="h2">{title}</Typography>
    <Typography sx={{ my: 1, maxWidth: '72ch' }}>{says}</Typography>
    {children}
  </Box>
);

/** An import that broke off: why, what was kept, and how it goes on; or that it does not, where nothing could be read. */
export const Stopped = ({ row }: { readonly row: ImportRow }) => {
  const allowed = useCan('create import');
  const work = useJob(row.workId ?? undefined);
  const problem = row.problem ?? 'Something failed on the server.';
  if (isNothingRead(row)) {
    return (
      <Frame title="Nothing was imported" says={problem}>
        <CancelImport id={row.id} says="Throw it away" />
      </Frame>
    );
  }
  return (
    <Frame title="The import stopped" says={`${problem} It goes on where it stopped, and nothing is done twice.`}>
      {allowed && work ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <ResumeWork work={work} />
          <CancelWork work={work} />
        </Box>
      ) : allowed ? null : (
        <Typography>An administrator of the county can resume it.</Typography>
      )}
    </Frame>
  );
};

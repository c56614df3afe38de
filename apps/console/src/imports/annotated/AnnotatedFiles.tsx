import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { AnnotatedRow, ImportRow } from '@clearance/contract';
import { useEffect, useState } from 'react';
import { MadeFileLine } from '../../disseminations/MadeFileLine.tsx';
import { useWork } from '../../providers/events.ts';
import { useCan } from '../../providers/me.ts';
import { useAfterDownload } from '../../providers/use-after-download.ts';
import { useApi } from '../../providers/use-api.ts';
import { Problem } from '../../ui/Problem.tsx';
import { AskAnnotated } from './AskAnnotated.tsx';

/** The file of the state with what is determined behind its rows: asked for here, made, and given out. */
export const AnnotatedFiles = ({ row }: { readonly row: ImportRow }) => {
  const going = ['counting', 'evaluating'].includes(row.state);
  const allowed = useCan('export import') && (going || ['done', 'superseded'].includes(row.state));
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useApi<AnnotatedRow[]>(allowed ? `/imports/${row.id}/annotated` : undefined);
  const afterDownload = useAfterDownload(refetch);
  const jobs = useWork().filter(({ kind, subjectId }) => kind === 'annotated_export' && subjectId === row.id);
  const stand = jobs.map(({ id, state }) => `${id} ${state}`).join(' ');
  useEffect(() => {
    if (stand !== '') void refetch();
  }, [stand, refetch]);
  if (!allowed || (row.state !== 'done' && (data ?? []).length === 0)) return null;
  return (
    <Box component="section" aria-labelledby="annotated-title" sx={{ maxWidth: 920 }}>
      <Typography variant="h2" id="annotated-title">
        Annotated file
      </Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: '72ch', mb: 1.5 }}>
        Every row of the file that could be read, in its order, with the outcome, the rule, the citation, the unknown
        facts and the flags behind the rows of convictions. The cells stand as the state wrote them, for other programs
        to read; only one that a spreadsheet would calculate gets an apostrophe in front. It is criminal history: each
        download counts as a release and is on the log.
      </Typography>
      {row.state === 'done' ? (
        <Button className="no-print" onClick={() => setAsking(true)}>
          Make an annotated file
        </Button>
      ) : going ? (
        <Typography>Another one can be made once everybody is counted and evaluated.</Typography>
      ) : null}
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {data && data.length > 0 ? (
        <Paper variant="outlined" component="ul" sx={{ listStyle: 'none', m: 0, mt: 2, p: 0 }}>
          {data.map((file) => (
            <MadeFileLine
              key={file.id}
              file={file}
              of={`policy version ${file.policyVersion}${file.decisions ? ' · with where each conviction stands' : ''}`}
              href={`/api/imports/${file.importId}/annotated/${file.id}/file`}
              onDownload={afterDownload}
            />
          ))}
        </Paper>
      ) : null}
      {asking ? <AskAnnotated row={row} onClose={() => setAsking(false)} /> : null}
    </Box>
  );
};

import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { DraftRow } from '@clearance/contract';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { PlainTable } from '../../policies/PlainTable.tsx';
import { Moment } from '../../ui/DateText.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { basedOnWords } from '../draft-words.ts';
import { DiscardDialog } from './DiscardDialog.tsx';
import { DraftState } from './DraftState.tsx';

/** The drafts that somebody is writing, the last changed first. */
export const Drafts = () => {
  const [discarded, setDiscarded] = useState<DraftRow>();
  const { data, error, refetch } = useGetList<DraftRow>(
    'policy-drafts',
    { pagination: { page: 1, perPage: 50 }, sort: { field: 'updatedAt', order: 'DESC' }, filter: {} },
    { retry: false },
  );
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <>
      <PlainTable title="Drafts">
        <TableHead>
          <TableRow>
            <TableCell>Draft</TableCell>
            <TableCell>Began as</TableCell>
            <TableCell>How it stands</TableCell>
            <TableCell>Last changed</TableCell>
            <TableCell>
              <span className="unseen">Discard</span>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {data.map((row) => (
            <TableRow key={row.id} hover>
              <TableCell data-label="">
                <Link component={RouterLink} to={`/policy-drafts/${row.id}/show`} sx={{ fontWeight: 550 }}>
                  {row.name || 'Draft without a title'}
                </Link>
              </TableCell>
              <TableCell data-label="Began as">{basedOnWords(row.basedOn).replace('begun from ', '')}</TableCell>
              <TableCell data-label="How it stands">
                <DraftState row={row} />
              </TableCell>
              <TableCell data-label="Last changed">
                <span>
                  <Moment at={row.updatedAt} />, {row.updatedBy}
                </span>
              </TableCell>
              <TableCell data-label="" align="right">
                <Button
                  size="small"
                  variant="text"
                  aria-label={`Discard the draft ${row.name}`}
                  onClick={() => setDiscarded(row)}
                >
                  Discard
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </PlainTable>
      <DiscardDialog row={discarded} onClose={() => setDiscarded(undefined)} />
    </>
  );
};

import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { PolicyRow } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { day } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { PlainTable } from './PlainTable.tsx';
import { policyStatusWords } from './policy-words.ts';

/** Every version, the newest first: each can still be read, and compared with the one before it. */
export const Versions = ({ versions }: { readonly versions: readonly PolicyRow[] }) => {
  if (versions.length === 0) return null;
  return (
    <PlainTable title="Versions">
      <TableHead>
        <TableRow>
          <TableCell>Version</TableCell>
          <TableCell>Policy</TableCell>
          <TableCell>Published</TableCell>
          <TableCell>What changed</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {versions.map(({ id, version, title, status, note, publishedBy, publishedAt }) => {
          const before = versions.find((one) => one.version === version - 1);
          return (
            <TableRow key={id} hover>
              <TableCell data-label="Version">
                <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
                  {version} {status === 'published' ? <StatusChip {...policyStatusWords.published} /> : null}
                </Box>
              </TableCell>
              <TableCell data-label="Policy">
                <Link component={RouterLink} to={`/policies/${id}/show`}>
                  {title}
                </Link>
              </TableCell>
              <TableCell data-label="Published">
                {day(publishedAt)}, {publishedBy}
              </TableCell>
              <TableCell data-label="What changed">
                {note ? <Box sx={{ maxWidth: '44ch' }}>{note}</Box> : null}
                {before ? (
                  <Link
                    component={RouterLink}
                    to={`/policies/differences?before=policy:${before.id}&after=policy:${id}`}
                  >
                    Compare with version {before.version}
                    <span className="unseen">: what changed in version {version}</span>
                  </Link>
                ) : note ? null : (
                  'The first version'
                )}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </PlainTable>
  );
};

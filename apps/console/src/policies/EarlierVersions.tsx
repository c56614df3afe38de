import Link from '@mui/material/Link';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { PolicyRow } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { day } from '../ui/format.ts';
import { PlainTable } from './PlainTable.tsx';

/** The versions that were in force before; each can still be read. */
export const EarlierVersions = ({ versions }: { readonly versions: readonly PolicyRow[] }) => {
  const earlier = versions.filter(({ status }) => status === 'retired');
  if (earlier.length === 0) return null;
  return (
    <PlainTable title="Earlier versions">
      <TableHead>
        <TableRow>
          <TableCell>Version</TableCell>
          <TableCell>Policy</TableCell>
          <TableCell>Published by</TableCell>
          <TableCell>On</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {earlier.map(({ id, version, title, publishedBy, publishedAt }) => (
          <TableRow key={id} hover>
            <TableCell data-label="Version">{version}</TableCell>
            <TableCell data-label="Policy">
              <Link component={RouterLink} to={`/policies/${id}/show`}>
                {title}
              </Link>
            </TableCell>
            <TableCell data-label="Published by">{publishedBy}</TableCell>
            <TableCell data-label="On" sx={{ whiteSpace: 'nowrap' }}>
              {day(publishedAt)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </PlainTable>
  );
};

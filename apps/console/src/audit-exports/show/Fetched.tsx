import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { AuditEventRow, AuditExportFormat, AuditExportRow } from '@clearance/contract';
import { useGetList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { explorerLink } from '../../audit-events/filter/filter-link.ts';
import { Moment } from '../../ui/DateText.tsx';
import { fileWords } from './file-words.ts';

const SHOWN = 10;

/** Who took which file and when: the entries of the log about it. */
export const Fetched = ({ row }: { readonly row: AuditExportRow }) => {
  const filter = { action: 'audit_export.download', targetType: 'audit_export', targetId: row.id };
  const { data = [], total = 0 } = useGetList<AuditEventRow>(
    'audit-events',
    // What the row counts is part of the question, so that it is asked again after each download.
    { filter, pagination: { page: 1, perPage: SHOWN }, sort: { field: 'id', order: 'DESC' }, meta: row.downloads },
    { retry: false },
  );
  return (
    <Box component="section" aria-label="Who fetched it">
      <Typography variant="h2" sx={{ mb: 1 }}>
        Who fetched it
      </Typography>
      {data.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>Nobody yet.</Box>
      ) : (
        <Box component="ul" className="figures" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
          {data.map(({ id, at, actor, detail, outcome }) => (
            <li key={id}>
              {actor}, <Moment at={at} />: {nameOf(detail['format'])}
              {outcome === 'success' ? '' : ', refused'}
            </li>
          ))}
        </Box>
      )}
      {total > SHOWN ? (
        <Link component={RouterLink} to={explorerLink(filter)}>
          All {total} in the log
        </Link>
      ) : null}
    </Box>
  );
};

const nameOf = (format: string | number | boolean | undefined) =>
  fileWords[format as AuditExportFormat]?.name ?? 'a file';

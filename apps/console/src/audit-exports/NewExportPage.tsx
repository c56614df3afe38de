import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { AuditEventRow, AuditFilter } from '@clearance/contract';
import { useGetList } from 'react-admin';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { useActors } from '../audit-events/actor-names.ts';
import { readFilter } from '../audit-events/filter/filter-link.ts';
import { FilterPhrases } from '../audit-events/filter/FilterPhrases.tsx';
import { Filters } from '../audit-events/filter/Filters.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { reachOf } from './export-words.ts';
import { PurposeForm } from './PurposeForm.tsx';

/** A new export: which entries (every one, unless narrowed), and what for. */
export const NewExportPage = () => {
  const [query, setQuery] = useSearchParams();
  const filter = readFilter(query.get('filter'));
  const actors = useActors();
  const { total } = useGetList<AuditEventRow>(
    'audit-events',
    { filter, pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'DESC' } },
    { retry: false },
  );
  const change = (next: AuditFilter) =>
    setQuery(Object.keys(next).length === 0 ? {} : { filter: JSON.stringify(next) }, { replace: true });
  return (
    <>
      <PageHeader
        title="New export"
        above={
          <Link component={RouterLink} to="/audit-exports">
            Exports
          </Link>
        }
        explanation="Choose the entries and say what the export is for. That you asked for it is in the log before the file is made."
      />
      <Box sx={{ maxWidth: 1000 }}>
        <Box component="section" aria-label="Entries">
          <Typography variant="h2" sx={{ mb: 1 }}>
            Which entries
          </Typography>
          <Filters filter={filter} onChange={change} actors={actors} />
          <Box sx={{ mt: 1.5, mb: 1 }}>
            <FilterPhrases filter={filter} nameOf={actors.nameOf} total={total} onChange={change} />
          </Box>
          <Typography sx={{ color: 'text.secondary', maxWidth: '72ch', mb: 3 }}>{reachOf(filter)}</Typography>
        </Box>
        <PurposeForm filter={filter} total={total} />
      </Box>
    </>
  );
};

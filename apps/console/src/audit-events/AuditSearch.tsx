import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { AuditEventRow, AuditFilter } from '@clearance/contract';
import { ColumnsButton, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useCan } from '../providers/me.ts';
import { auditColumns } from './AuditTable.tsx';
import { useActors } from './actor-names.ts';
import { Filters } from './filter/Filters.tsx';
import { FilterPhrases } from './filter/FilterPhrases.tsx';
import { exportLink } from './filter/filter-link.ts';

/** The filters of the explorer, what they say in words, and the way to an export of just that. */
export const AuditSearch = () => {
  const mayExport = useCan('create audit_export');
  const list = useListContext<AuditEventRow>();
  const { setFilters, data, total } = list;
  const actors = useActors();
  const filter = list.filterValues as AuditFilter;
  const change = (next: AuditFilter) => setFilters(next, []);
  return (
    <Box component="section" aria-label="Filters" className="no-print" sx={{ mb: 2 }}>
      <Filters filter={filter} onChange={change} actors={actors} seen={(data ?? []).map(({ action }) => action)} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 1.5 }}>
        <Box sx={{ flex: '1 1 320px' }}>
          <FilterPhrases filter={filter} nameOf={actors.nameOf} total={total} onChange={change} />
        </Box>
        {total === 0 ? null : <ColumnsButton storeKey={auditColumns} />}
        {mayExport && total !== 0 ? (
          <Button component={RouterLink} to={exportLink(filter)}>
            Export these
          </Button>
        ) : null}
      </Box>
    </Box>
  );
};

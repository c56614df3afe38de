import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Pagination, useListContext, type ListBaseProps, type RaRecord } from 'react-admin';
import type { ReactNode } from 'react';
import { CleanList } from './CleanList.tsx';
import { EmptyState } from './EmptyState.tsx';
import { number } from './format.ts';
import { Problem } from './Problem.tsx';
import { SkeletonRows } from './SkeletonRows.tsx';
import { useFilters } from './use-filters.ts';

interface ListPageProps extends Omit<ListBaseProps, 'children' | 'empty' | 'loading' | 'error'> {
  readonly resource: string;
  /** The API refuses a sort that it does not know, so every list names its own. */
  readonly sort: { readonly field: string; readonly order: 'ASC' | 'DESC' };
  /** PageHeader, and whatever stands over the filters. */
  readonly header?: ReactNode;
  /** FilterSelect, FilterSearch and the like. */
  readonly filters?: ReactNode;
  /** Beside the list whatever its face, with its data at hand: a drawer. */
  readonly aside?: ReactNode;
  /** What is said while nothing exists at all. */
  readonly empty: ReactNode;
  /** One record on a phone, where the table does not fit. Without it the table scrolls sideways. */
  readonly phoneRow?: (record: never) => ReactNode;
  /** The table: usually react-admin's DataTable with `bulkActionButtons={false}`. */
  readonly children: ReactNode;
}

/**
 * A list with its four faces: on its way, empty, nothing found, and full. Filter, sort and page stand in the address,
 * unless `disableSyncWithLocation` says that it is a second list of its page.
 */
export const ListPage = ({ header, filters, empty, phoneRow, aside, children, ...list }: ListPageProps) => (
  <CleanList perPage={25} {...list}>
    {header}
    <ListFilters>{filters}</ListFilters>
    <ListBody empty={empty} {...(phoneRow ? { phoneRow } : {})}>
      {children}
    </ListBody>
    {aside}
  </CleanList>
);

const ListFilters = ({ children }: { readonly children: ReactNode }) => {
  const { active, clear } = useFilters();
  if (!children) return null;
  return (
    <Box
      className="no-print"
      role="search"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}
    >
      {children}
      {active ? (
        <Button variant="text" size="small" onClick={clear}>
          Clear all filters
        </Button>
      ) : null}
    </Box>
  );
};

interface ListBodyProps {
  readonly empty: ReactNode;
  readonly phoneRow?: (record: never) => ReactNode;
  readonly children: ReactNode;
}

const ListBody = ({ empty, phoneRow, children }: ListBodyProps) => {
  const { isPending, error, refetch, data, total, page, setPage } = useListContext<RaRecord>();
  const { active, clear } = useFilters();
  const narrow = useMediaQuery('(max-width:700px)', { noSsr: true });
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (isPending) return <SkeletonRows />;
  if (total === 0 && !active) return empty;
  if (total === 0) {
    return (
      <EmptyState title="Nothing matches these filters" action={<Button onClick={clear}>Clear all filters</Button>}>
        Without the filters you see everything that you may see.
      </EmptyState>
    );
  }
  const cards = narrow && phoneRow;
  return (
    <>
      <Box
        sx={{
          border: 1,
          borderColor: 'divider',
          borderRadius: 1.5,
          overflow: 'auto',
          backgroundColor: 'background.paper',
        }}
      >
        {cards ? <PhoneRows records={data} row={phoneRow} /> : children}
      </Box>
      <Box className="no-print" sx={{ display: 'flex', justifyContent: 'flex-end', alignItems: 'center' }}>
        {page > 1 ? (
          <Button size="small" variant="text" onClick={() => setPage(1)} sx={{ mr: 'auto' }}>
            Back to the first page
          </Button>
        ) : null}
        {(total ?? 0) > pageSizes[0] ? (
          <Pagination rowsPerPageOptions={[...pageSizes]} />
        ) : (
          <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', py: 1, px: 1 }}>{number(total ?? 0)} in all</Box>
        )}
      </Box>
    </>
  );
};

const pageSizes = [25, 50, 100] as const;

const PhoneRows = ({
  records,
  row,
}: {
  readonly records: readonly { id: unknown }[];
  readonly row: (record: never) => ReactNode;
}) => (
  <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
    {records.map((record) => (
      <Box
        component="li"
        key={String(record.id)}
        sx={{ p: 1.5, borderBottom: 1, borderColor: 'divider', '&:last-child': { borderBottom: 0 } }}
      >
        {row(record as never)}
      </Box>
    ))}
  </Box>
);

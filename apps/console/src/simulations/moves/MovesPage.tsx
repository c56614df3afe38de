import Link from '@mui/material/Link';
import type { MoveRow, SimulationRow } from '@clearance/contract';
import { useListContext } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { GiveOut } from '../../disseminations/GiveOut.tsx';
import { NotForYou } from '../../layout/NotForYou.tsx';
import { useCan } from '../../providers/me.ts';
import { useApi } from '../../providers/use-api.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { counted } from '../../ui/format.ts';
import { ListPage } from '../../ui/ListPage.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useFilters } from '../../ui/use-filters.ts';
import { moveChoices } from './move-choices.ts';
import { MoveCard } from './MoveCard.tsx';
import { MovesTable } from './MovesTable.tsx';

/** Every conviction that ends up elsewhere under the policy that was tried. */
export const MovesPage = () => {
  const { id = '' } = useParams();
  const allowed = useCan('read conviction');
  const row = useApi<SimulationRow>(allowed ? `/simulations/${encodeURIComponent(id)}` : undefined).data;
  if (!allowed) return <NotForYou />;
  const choices = moveChoices(row?.result ?? undefined);
  return (
    <ListPage
      resource={`simulations/${id}/moves`}
      // The screen itself is guarded; this list hangs below it.
      disableAuthentication
      sort={{ field: 'personName', order: 'ASC' }}
      header={<Head id={id} row={row} />}
      filters={
        <>
          <FilterSelect source="from" label="Before" choices={choices.from} />
          <FilterSelect source="to" label="After" choices={choices.to} />
          <FilterSelect source="section" label="Section" choices={choices.section} />
          <FilterSelect source="severity" label="Severity" choices={choices.severity} />
          <FilterSelect source="rule" label="Moved by the rule" choices={choices.rule} />
        </>
      }
      empty={
        <EmptyState title="No conviction ends up elsewhere">
          Under the policy that was tried, every conviction has the outcome that it has now.
        </EmptyState>
      }
      phoneRow={(move: MoveRow) => <MoveCard move={move} />}
    >
      <MovesTable />
    </ListPage>
  );
};

const Head = ({ id, row }: { readonly id: string; readonly row: SimulationRow | undefined }) => {
  const { total } = useListContext();
  const { values, active } = useFilters();
  return (
    <PageHeader
      title="Convictions that end up elsewhere"
      above={
        <Link component={RouterLink} to={`/simulations/${id}/show`}>
          {row ? `Simulation: ${row.candidate.label}` : 'Simulation'}
        </Link>
      }
      explanation={row ? `Compared with version ${row.base.version}, ${row.base.title}.` : undefined}
      actions={
        total ? (
          <GiveOut
            label={`Download ${counted(total, 'conviction')} as CSV`}
            holds={`It holds ${counted(total, 'conviction')} with names and case numbers.`}
            path={`/simulations/${id}/moves.csv`}
            body={active ? { filter: values } : {}}
          />
        ) : undefined
      }
    />
  );
};

import Download from '@mui/icons-material/Download';
import Button from '@mui/material/Button';
import type { DisseminationRow } from '@clearance/contract';
import { DataTable } from 'react-admin';
import { CleanList } from '../ui/CleanList.tsx';
import { ListFrame } from '../audit-events/list/ListFrame.tsx';
import { toldOnPage } from '../audit-events/list/list-options.ts';
import { stacked } from '../audit-events/list/stacked.ts';
import { Moment } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { number } from '../ui/format.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { whatWords } from './what-words.ts';

const Column = DataTable.Col<DisseminationRow>;
const line = { whiteSpace: 'nowrap' } as const;

/** Every file of records that left the office: who gave it to whom, when and what for. */
export const DisseminationsPage = () => {
  return (
    <>
      <PageHeader
        title="Given out"
        explanation="Every file with criminal history that was fetched here: who gave it to whom, and what for. One line for each time. That you download the list is in the log."
        actions={
          <Button startIcon={<Download />} component="a" href="/api/disseminations.csv" download>
            CSV
          </Button>
        }
      />
      <CleanList queryOptions={toldOnPage} sort={{ field: 'at', order: 'DESC' }} perPage={25}>
        <ListFrame
          empty={
            <EmptyState title="Nothing was given out yet">
              When an administrator downloads a file that names people, such as a list for the court, the console asks
              to whom it goes and what for. It stands here from then on.
            </EmptyState>
          }
        >
          <DataTable<DisseminationRow> rowClick={false} bulkActionButtons={false} sx={stacked}>
            <Column source="at" label="When" data-label="When" sx={line} render={({ at }) => <Moment at={at} />} />
            <Column label="Who" data-label="Who" render={({ by }) => by} />
            <Column label="What" data-label="What" render={({ what }) => whatWords[what]} />
            <Column
              source="people"
              label="People"
              data-label="People"
              align="right"
              render={({ people }) => number(people)}
            />
            <Column source="recipient" label="To whom" data-label="To whom" render={({ recipient }) => recipient} />
            <Column label="What for" data-label="What for" render={({ purpose }) => purpose} />
            <Column
              label="Checksum"
              data-label="Checksum"
              render={({ sha256 }) => (
                <span className="figures" title={`SHA-256: ${sha256}`}>
                  {sha256.slice(0, 8)}…
                </span>
              )}
            />
          </DataTable>
        </ListFrame>
      </CleanList>
    </>
  );
};

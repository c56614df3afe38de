import { CleanList } from '../ui/CleanList.tsx';
import { useCan } from '../providers/me.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ListFrame } from '../audit-events/list/ListFrame.tsx';
import { toldOnPage } from '../audit-events/list/list-options.ts';
import { ImportsTable } from './ImportsTable.tsx';
import { DropZone } from './upload/DropZone.tsx';

/** Every file that was imported, and for administrators the place to drop the next one. */
export const ImportsPage = () => {
  const mayImport = useCan('create import');
  return (
    <>
      <PageHeader
        title="Imports"
        explanation="The criminal-history files of the county, as the state sent them. Each file is kept byte for byte; people and convictions come from its rows."
      />
      {mayImport ? <DropZone /> : null}
      <CleanList queryOptions={toldOnPage} sort={{ field: 'createdAt', order: 'DESC' }} perPage={25}>
        <ListFrame
          heading={<strong>Files so far</strong>}
          empty={
            <EmptyState title="No file was imported yet">
              {mayImport
                ? 'Drop the file that the state sent, usually named *.dat. Its rows become people and convictions, the policy is applied to each, and the queue fills. A newer file later replaces the older history without touching what was approved.'
                : 'An administrator of the county imports the file that the state sent. Its rows become people and convictions, and the queue fills from them.'}
            </EmptyState>
          }
        >
          <ImportsTable />
        </ListFrame>
      </CleanList>
    </>
  );
};

import Link from '@mui/material/Link';
import type { ImportRow, ImpactView } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { useCan } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';
import { DateText, Moment } from '../ui/DateText.tsx';
import { day } from '../ui/format.ts';

/** What the figures are of: the policy and its version, the day, the file, and when they were counted. */
export const Basis = ({ view }: { readonly view: ImpactView }) => {
  const mayRead = useCan('read import');
  const { importId, importedAt } = view;
  const file = useApi<ImportRow>(mayRead && importId ? `/imports/${importId}` : undefined, { fresh: 300_000 }).data;
  return (
    <>
      Under {view.policyTitle}, version {view.policyVersion}, as of <DateText value={view.asOf} />. Counted
      {view.countedAt ? (
        <>
          {' '}
          <Moment at={view.countedAt} />
        </>
      ) : null}{' '}
      from{' '}
      {file ? (
        <Link component={RouterLink} to={`/imports/${file.id}/show`}>
          {file.fileName}
        </Link>
      ) : (
        'the newest file'
      )}
      {importedAt ? `, imported ${day(importedAt)}` : ''}. What the policy determines; people may still decide
      otherwise.
    </>
  );
};

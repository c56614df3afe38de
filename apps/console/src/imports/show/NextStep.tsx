import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ImportRow, PolicyRow } from '@clearance/contract';
import type { ReactNode } from 'react';
import { useGetList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useCan } from '../../providers/me.ts';
import { isNothingRead } from '../import-words.ts';

const To = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => (
  <Link component={RouterLink} to={to}>
    {children}
  </Link>
);

const toTheRightFile = (
  <>
    To import the right file, <To to="/imports">send it</To>.
  </>
);

/** What follows an import, so that nobody has to guess. */
export const NextStep = ({ row }: { readonly row: ImportRow }) => {
  const mayRead = useCan('read policy');
  const { data: published } = useGetList<PolicyRow>(
    'policies',
    { filter: { status: 'published' }, pagination: { page: 1, perPage: 1 }, sort: { field: 'version', order: 'DESC' } },
    { enabled: mayRead && row.state === 'done' },
  );
  const says = (): ReactNode => {
    if (row.state === 'done' && published?.length === 0) {
      return (
        <>
          The county has no policy yet, so nothing says which convictions qualify.{' '}
          <To to="/policies">Choose a policy</To>; everybody is evaluated then.
        </>
      );
    }
    switch (row.state) {
      case 'done':
        return (
          <>
            Every conviction was evaluated. Those that the policy speaks about wait in{' '}
            <To to="/convictions">the queue</To> for reviewers, in groups with the same reason.
          </>
        );
      case 'reading':
      case 'counting':
      case 'evaluating':
        return 'You can leave this page; the import goes on. When it is done, its convictions wait in the queue.';
      case 'cancelled':
        return toTheRightFile;
      case 'failed':
        return isNothingRead(row) ? toTheRightFile : null;
      case 'superseded':
        return (
          <>
            A newer file took its place. To use this one again, <To to="/imports">send it again</To>: it is looked at
            like any other, and replaces the newer one.
          </>
        );
      case 'waiting':
        return null;
    }
  };
  const next = says();
  if (!next) return null;
  return (
    <Box component="section" sx={{ borderLeft: '3px solid', borderColor: 'primary.main', pl: 2, maxWidth: '72ch' }}>
      <strong>What happens next.</strong> {next}
    </Box>
  );
};

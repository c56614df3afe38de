import Link from '@mui/material/Link';
import type { MoveRow } from '@clearance/contract';
import type { ReactNode } from 'react';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import type { From } from '../../record/RecordPage.tsx';

/** Leads to the record, which leads back to this list; plain words where the newest file no longer has it. */
export const MoveLink = ({ move, children }: { readonly move: MoveRow; readonly children: ReactNode }) => {
  const { pathname, search } = useLocation();
  const from: From = { to: `${pathname}${search}`, label: 'Convictions that end up elsewhere' };
  if (!move.convictionId) return <span title="The newest file no longer has this conviction.">{children}</span>;
  return (
    <Link
      component={RouterLink}
      to={`/convictions/${move.convictionId}/show`}
      state={{ from }}
      sx={{ fontWeight: 550 }}
    >
      {children}
    </Link>
  );
};

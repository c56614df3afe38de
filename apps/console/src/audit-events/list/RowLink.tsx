import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

/** The link of a row for keyboards and screen readers; a click elsewhere on the row leads to the same page. */
export const RowLink = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => (
  <Link
    component={RouterLink}
    to={to}
    onClick={(event) => event.stopPropagation()}
    sx={{ fontWeight: 550, overflowWrap: 'anywhere' }}
  >
    {children}
  </Link>
);

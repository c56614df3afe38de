import TablePagination from '@mui/material/TablePagination';
import { pageSizes } from './address.ts';
import { number } from '../ui/format.ts';

interface PagerProps {
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
  readonly onPerPage: (perPage: number) => void;
}

/** Which part of the list is shown; pages count from 1. */
export const Pager = ({ page, perPage, total, onPage, onPerPage }: PagerProps) => (
  <TablePagination
    component="div"
    className="no-print"
    count={total}
    page={Math.min(page - 1, Math.max(0, Math.ceil(total / perPage) - 1))}
    rowsPerPage={perPage}
    rowsPerPageOptions={[...pageSizes]}
    labelRowsPerPage="Rows"
    labelDisplayedRows={({ from, to, count }) => `${number(from)}–${number(to)} of ${number(count)}`}
    onPageChange={(_event, next) => onPage(next + 1)}
    onRowsPerPageChange={(event) => onPerPage(Number(event.target.value))}
  />
);

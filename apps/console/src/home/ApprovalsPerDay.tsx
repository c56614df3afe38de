import type { Stats } from '@clearance/contract';
import Box from '@mui/material/Box';
import { Columns } from '../ui/Columns.tsx';
import { Figure } from '../ui/Figure.tsx';
import { calendarDate, number } from '../ui/format.ts';

/** How many convictions were approved and returned, day by day. */
export const ApprovalsPerDay = ({ days }: { readonly days: Stats['approvalsPerDay'] }) => {
  const every = Math.max(1, Math.ceil(days.length / 6));
  return (
    <Figure
      title="Approvals per day"
      counts="Convictions that an approver decided, by the day of the decision."
      table={{
        columns: ['Day', 'Approved', 'Returned'],
        rows: days.map(({ day, approved, returned }) => [day, approved, returned]),
      }}
      fileName="approvals-per-day"
    >
      {days.length === 0 ? (
        <Box sx={{ color: 'text.secondary', py: 2 }}>Nothing has been approved yet.</Box>
      ) : (
        <Columns
          legend={['Approved', 'Returned']}
          height={120}
          columns={days.map(({ day, approved, returned }, index) => ({
            key: day,
            label: index % every === 0 ? calendarDate(day).replace(/, \d+$/, '') : '',
            says: `${calendarDate(day)}: ${number(approved)} approved, ${number(returned)} returned`,
            parts: [approved, returned],
          }))}
        />
      )}
    </Figure>
  );
};

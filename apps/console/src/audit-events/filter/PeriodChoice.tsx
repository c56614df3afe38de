import TextField from '@mui/material/TextField';
import type { AuditFilter } from '@clearance/contract';
import { useState } from 'react';
import { useNow } from '../../ui/use-now.ts';
import { dayOf, endOfDay, startOfDay } from '../day-range.ts';
import { Choice } from './Choice.tsx';
import { boundsOf, periodOf, periods } from './period.ts';

interface PeriodChoiceProps {
  readonly filter: AuditFilter;
  readonly onChange: (bounds: { readonly from?: string | undefined; readonly to?: string | undefined }) => void;
}

const between = 'between';

/** When: one of the usual stretches, or from a day to a day. */
export const PeriodChoice = ({ filter, onChange }: PeriodChoiceProps) => {
  const now = useNow();
  const [own, setOwn] = useState(false);
  const period = own ? between : periodOf(filter, now);
  const choose = (key: string) => {
    setOwn(key === between);
    if (key !== between) onChange(boundsOf(key, now));
  };
  const day = (label: string, value: string | undefined, put: (day: string) => void) => (
    <TextField
      type="date"
      label={label}
      value={value ? dayOf(value) : ''}
      onChange={(event) => put(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ width: { xs: '100%', sm: 160 } }}
    />
  );
  return (
    <>
      <Choice
        label="When"
        value={period}
        options={[
          ...periods.map(({ key, label }) => ({ value: key, label })),
          { value: between, label: 'Between two days' },
        ]}
        onChange={choose}
      />
      {period === between ? (
        <>
          {day('From', filter.from, (from) => onChange({ from: from === '' ? undefined : startOfDay(from) }))}
          {day('To', filter.to, (to) => onChange({ to: to === '' ? undefined : endOfDay(to) }))}
        </>
      ) : null}
    </>
  );
};

import Box from '@mui/material/Box';
import type { AuditFilter } from '@clearance/contract';
import type { Actors } from '../actor-names.ts';
import { capital } from '../past-tense.ts';
import { nobodies } from '../filter-words.ts';
import { targetName, targetTypes } from '../target-words.ts';
import { ActionChoice } from './ActionChoice.tsx';
import { Choice } from './Choice.tsx';
import { withChange } from './filter-link.ts';
import { PeriodChoice } from './PeriodChoice.tsx';

interface FiltersProps {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
  readonly actors: Actors;
  /** Actions that occur on the page, offered beside the usual ones. */
  readonly seen?: readonly string[];
}

const outcomes = [
  { value: 'success', label: 'Done' },
  { value: 'refused', label: 'Refused' },
  { value: 'failed', label: 'Failed' },
];

/** The conditions by which the log can be narrowed. */
export const Filters = ({ filter, onChange, actors, seen = [] }: FiltersProps) => {
  const set = (change: Parameters<typeof withChange>[1]) => onChange(withChange(filter, change));
  const people = [
    ...actors.people.map(({ id, name }) => ({ value: id, label: name })),
    ...Object.entries(nobodies).map(([value, name]) => ({ value, label: capital(name) })),
  ];
  const who = filter.actorId ?? '';
  if (who && !people.some(({ value }) => value === who)) people.push({ value: who, label: 'One person' });
  const types: string[] = [...targetTypes];
  if (filter.targetType && !types.includes(filter.targetType)) types.push(filter.targetType);
  return (
    <Box
      sx={{
        display: { xs: 'grid', sm: 'flex' },
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
        flexWrap: 'wrap',
        columnGap: 1.25,
        rowGap: 0.25,
        alignItems: 'flex-start',
      }}
    >
      <PeriodChoice filter={filter} onChange={set} />
      <Choice label="Who" value={who} any="Anybody" options={people} onChange={(actorId) => set({ actorId })} />
      <ActionChoice value={filter.action} seen={seen} onChange={(action) => set({ action })} />
      <Choice
        label="About"
        value={filter.targetType ?? ''}
        any="Anything"
        options={types.map((value) => ({ value, label: targetName(value) }))}
        onChange={(targetType) => set({ targetType, targetId: undefined })}
      />
      <Choice
        label="Outcome"
        value={filter.outcome ?? ''}
        any="Any"
        options={outcomes}
        onChange={(outcome) => set({ outcome })}
      />
    </Box>
  );
};

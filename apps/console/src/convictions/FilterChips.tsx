import Cancel from '@mui/icons-material/Cancel';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import type { ConvictionFilter } from '@clearance/contract';
import { sameFilter, without } from './filter.ts';
import { chipsOf, type Reasons } from './filter-words.ts';

interface FilterChipsProps {
  readonly filter: ConvictionFilter;
  readonly usual: ConvictionFilter;
  readonly reasons: Reasons;
  readonly onChange: (filter: ConvictionFilter) => void;
}

/** Everything that narrows the set, each with a cross to take it away: nothing is filtered in silence. */
export const FilterChips = ({ filter, usual, reasons, onChange }: FilterChipsProps) => {
  const chips = chipsOf(filter, reasons);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', minHeight: 30 }}>
      {chips.length === 0 ? (
        <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>No filter: every conviction of the county.</Box>
      ) : null}
      {chips.map(({ key, label, text }) => (
        <Chip
          key={key}
          size="small"
          label={
            <>
              {label}: <strong>{text}</strong>
            </>
          }
          onDelete={() => onChange(without(filter, key))}
          deleteIcon={<Cancel titleAccess={`Remove the filter ${label}`} />}
          sx={{ borderRadius: 1, maxWidth: '100%' }}
        />
      ))}
      {chips.length > 1 ? (
        <Button size="small" variant="text" onClick={() => onChange({})}>
          Clear all
        </Button>
      ) : null}
      {sameFilter(filter, usual) ? null : (
        <Button size="small" variant="text" onClick={() => onChange(usual)}>
          Back to the usual
        </Button>
      )}
    </Box>
  );
};

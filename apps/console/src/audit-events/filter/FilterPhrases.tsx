import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { AuditFilter } from '@clearance/contract';
import { counted } from '../../ui/format.ts';
import { filterPhrases, type NameOf } from '../filter-words.ts';
import { withChange } from './filter-link.ts';

interface FilterPhrasesProps {
  readonly filter: AuditFilter;
  readonly nameOf: NameOf;
  /** Entries that match, once it is known. */
  readonly total: number | undefined;
  readonly onChange: (filter: AuditFilter) => void;
}

/** How many entries there are and under which conditions; each condition can be taken away where it stands. */
export const FilterPhrases = ({ filter, nameOf, total, onChange }: FilterPhrasesProps) => {
  const phrases = filterPhrases(filter, nameOf);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
      <span role="status" className="figures">
        {total === undefined ? 'Counting' : counted(total, 'entry', 'entries')}
      </span>
      {phrases.map(({ keys, says }) => (
        <Button
          key={says}
          size="small"
          endIcon={<Close aria-hidden />}
          aria-label={`Take away: ${says}`}
          onClick={() => onChange(withChange(filter, Object.fromEntries(keys.map((key) => [key, undefined]))))}
          sx={{ fontWeight: 500, minHeight: 28, whiteSpace: 'normal', textAlign: 'left' }}
        >
          {says}
        </Button>
      ))}
      {phrases.length > 1 ? (
        <Button size="small" variant="text" onClick={() => onChange({})}>
          Clear all filters
        </Button>
      ) : null}
    </Box>
  );
};

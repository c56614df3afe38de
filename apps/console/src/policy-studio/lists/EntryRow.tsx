import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useEditing, useSay } from '../editor/editing.tsx';
import { TextAt } from '../editor/TextAt.tsx';
import { fieldId, removeAt } from '../model/json-path.ts';
import type { ListEntry } from '../model/policy.ts';
import { problemsWithin } from '../model/problems.ts';
import { EntryDetails } from './EntryDetails.tsx';
import { entryWords } from './list-words.ts';

interface EntryRowProps {
  /** The name of its list. */
  readonly list: string;
  readonly index: number;
  readonly entry: ListEntry;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One statute of a list. Its text is a field only while it is open: lists have hundreds. */
export const EntryRow = ({ list, index, entry, isOpen, onToggle }: EntryRowProps) => {
  const { policy, problems, change } = useEditing();
  const say = useSay();
  const path = ['lists', list, 'entries', index];
  const mine = problemsWithin(problems, path);
  const name = entry.statute || `statute ${index + 1}`;
  return (
    <Box component="li" id={fieldId(path)} tabIndex={-1} sx={{ borderTop: 1, borderColor: 'divider', pt: 0.75 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {isOpen ? (
          <TextAt path={[...path, 'statute']} label="Statute" hint="Such as PC 245(d)(3)." maxWidth={260} />
        ) : (
          <Box sx={{ fontWeight: 600, minWidth: '9em' }}>{entry.statute || 'No statute yet'}</Box>
        )}
        <Box sx={{ flex: '1 1 220px', fontSize: '0.875rem', color: 'text.secondary', minWidth: 0 }}>
          {entryWords(entry)}
        </Box>
        <Button
          size="small"
          variant="text"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? 'Close' : 'Edit'} ${name}`}
          onClick={onToggle}
        >
          {isOpen ? 'Close' : 'Edit'}
        </Button>
        <IconButton size="small" aria-label={`Remove ${name}`} onClick={() => change(removeAt(policy, path))}>
          <Close fontSize="small" />
        </IconButton>
      </Box>
      {!isOpen && mine.length > 0 ? (
        <Box sx={{ fontSize: '0.8125rem', color: 'error.main' }}>{[...new Set(mine.map(say))].join(' ')}</Box>
      ) : null}
      {isOpen ? <EntryDetails path={path} /> : null}
    </Box>
  );
};

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link as RouterLink } from 'react-router-dom';
import type { RefusalError } from '../providers/refusal.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import type { BulkIntent } from './bulk-address.ts';
import { partWords } from './part-words.ts';
import { SetMoved } from './SetMoved.tsx';
import { Warning } from '../ui/Warning.tsx';

interface BulkRefusalProps {
  readonly refusal: RefusalError | undefined;
  readonly intent: BulkIntent;
  readonly count: number;
  readonly onLookAgain: () => void;
  readonly noteId: string;
}

/** Why the whole set was not decided, with the way on: look again, take a part of it, or mend the form. */
export const BulkRefusal = ({ refusal, intent, count, onLookAgain, noteId }: BulkRefusalProps) => {
  if (refusal?.code === 'set_moved') {
    const { expected, actual } = refusal.details;
    return (
      <SetMoved
        expected={Number(expected ?? count)}
        actual={Number(actual ?? 0)}
        moved={refusal.moved}
        onLookAgain={onLookAgain}
      />
    );
  }
  if (refusal && refusal.parts.length > 0) {
    return (
      <Warning severity="error" urgent>
        {refusal.message}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, display: 'grid', gap: 0.75 }}>
          {refusal.parts.map((part) => {
            const { says, verb, to } = partWords(part, intent.verb);
            return (
              <Box
                component="li"
                key={part.says}
                sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
              >
                <span>{says}</span>
                <Button size="small" component={RouterLink} to={to}>
                  {verb}
                </Button>
              </Box>
            );
          })}
        </Box>
      </Warning>
    );
  }
  return <ErrorSummary refusal={refusal} fieldIds={{ note: noteId }} />;
};

import Button from '@mui/material/Button';
import { Link as RouterLink } from 'react-router-dom';
import { bulkLink } from '../convictions/bulk-link.ts';
import type { RefusalError } from '../providers/refusal.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import type { BulkIntent } from './bulk-address.ts';
import { SetMoved } from './SetMoved.tsx';
import { Warning } from './Warning.tsx';

interface BulkRefusalProps {
  readonly refusal: RefusalError | undefined;
  readonly intent: BulkIntent;
  readonly count: number;
  readonly onLookAgain: () => void;
  readonly noteId: string;
}

/** Why the whole set was not decided, with the way on: look again, take the others, or mend the form. */
export const BulkRefusal = ({ refusal, intent, count, onLookAgain, noteId }: BulkRefusalProps) => {
  if (refusal?.code === 'set_moved') {
    const { expected, actual } = refusal.details;
    return <SetMoved expected={Number(expected ?? count)} actual={Number(actual ?? 0)} onLookAgain={onLookAgain} />;
  }
  if (refusal?.code === 'own_recommendation_in_set') {
    return (
      <Warning
        severity="error"
        urgent
        action={
          <Button size="small" component={RouterLink} to={bulkLink(intent.verb, { ...intent.filter, mine: false })}>
            Take the others
          </Button>
        }
      >
        {refusal.message}
      </Warning>
    );
  }
  return <ErrorSummary refusal={refusal} fieldIds={{ note: noteId }} />;
};

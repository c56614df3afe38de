import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { RefusalError, sentence } from '../providers/refusal.ts';
import { TechnicalDetails } from './TechnicalDetails.tsx';

interface ProblemProps {
  readonly error: unknown;
  /** Offers to try again. */
  readonly again?: () => void;
}

/** What happened instead of what was wanted, in the API's sentence. */
export const Problem = ({ error, again }: ProblemProps) => (
  <Alert
    severity="error"
    variant="outlined"
    sx={{ mb: 2, maxWidth: 820 }}
    action={
      again ? (
        <Button size="small" onClick={again}>
          Try again
        </Button>
      ) : undefined
    }
  >
    {sentence(error)}
    {error instanceof RefusalError && error.requestId && error.status >= 500 ? (
      <TechnicalDetails>Request {error.requestId}</TechnicalDetails>
    ) : null}
  </Alert>
);

import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { sentence, type RefusalError } from '../providers/refusal.ts';
import { fieldProblem } from './field-problem.ts';

interface ErrorSummaryProps {
  /** Nothing is shown while there is none. */
  readonly refusal: RefusalError | undefined;
  /** Ids of the fields on the page by their names, so that each problem leads to its field. */
  readonly fieldIds?: Readonly<Record<string, string>>;
}

/** Stands over a form that was refused, takes the focus, says what is wrong and leads to each field. */
export const ErrorSummary = ({ refusal, fieldIds = {} }: ErrorSummaryProps) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) box.current?.focus();
  }, [refusal]);
  if (!refusal) return null;
  return (
    <Box
      ref={box}
      role="alert"
      tabIndex={-1}
      sx={{ border: '2px solid', borderColor: 'error.main', borderRadius: 1, p: 2, mb: 2 }}
    >
      <Typography sx={{ fontWeight: 600 }}>{sentence(refusal)}</Typography>
      {Object.entries(refusal.fields).map(([field, problem]) => (
        <Box key={field} sx={{ mt: 0.5 }}>
          {fieldIds[field] ? (
            <Link
              component="button"
              type="button"
              sx={{ textAlign: 'left' }}
              onClick={() => document.getElementById(fieldIds[field] ?? '')?.focus()}
            >
              {fieldProblem(problem)}
            </Link>
          ) : (
            fieldProblem(problem)
          )}
        </Box>
      ))}
    </Box>
  );
};

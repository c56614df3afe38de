import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import type { PersonView } from '@clearance/contract';
import type { RefusalError } from '../providers/refusal.ts';
import { DateText } from '../ui/DateText.tsx';
import { counted } from '../ui/format.ts';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { StepEntry } from './StepEntry.tsx';
import { useSourceFocus } from './source-focus.tsx';
import { cellWords, placesOf } from './source-index.ts';

interface TimelineProps {
  readonly person: PersonView | undefined;
  readonly error: RefusalError | null;
  readonly again: () => void;
  readonly convictionId: string;
}

/** The whole history as the state keeps it: cycle → step → count, every county. */
export const Timeline = ({ person, error, again, convictionId }: TimelineProps) => {
  const { parts, shown } = useSourceFocus();
  const lines = useMemo(() => (person ? placesOf(person) : undefined), [person]);
  const lost = shown && lines && !lines.has(shown.line);
  return (
    <Box component="section" aria-label="History">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline', mb: 1 }}>
        <Typography variant="h3" component="h2">
          History
        </Typography>
        {person ? (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {counted(person.cycles.length, 'cycle')}, every county
          </Typography>
        ) : null}
        {person && person.cycles.length > 2 ? (
          <Link
            component="button"
            type="button"
            className="no-print"
            sx={{ fontSize: '0.8125rem' }}
            onClick={() => document.getElementById('this-conviction')?.scrollIntoView({ block: 'center' })}
          >
            Go to this conviction
          </Link>
        ) : null}
      </Box>
      {error ? <Problem error={error} again={again} /> : null}
      {!person && !error ? <SkeletonRows rows={6} height={52} /> : null}
      {lost ? (
        <Typography role="status" variant="body2" sx={{ mb: 1 }}>
          The value comes from {cellWords(`${shown.line}:${shown.column}`, parts)}, which belongs to no count of this
          history.
        </Typography>
      ) : null}
      {person?.cycles.map((cycle) => (
        <Box component="section" key={cycle.order} sx={{ mb: 2, pl: 1.5, borderLeft: 1, borderColor: 'divider' }}>
          <Typography component="h3" variant="caption" sx={{ color: 'text.secondary', fontWeight: 600 }}>
            Cycle{cycle.date ? ' of ' : ', '}
            <DateText value={cycle.date} />
          </Typography>
          <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {cycle.steps.map((step) => (
              <StepEntry key={step.order} step={step} convictionId={convictionId} />
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { bytes, number, percent } from './format.ts';

export type ProgressUnit = 'bytes' | 'people' | 'convictions' | 'entries' | 'rows';

interface ProgressProps {
  /** What is going on, for screen readers: "Reading the file". */
  readonly label: string;
  readonly done: number;
  /** 0 while it is not known yet. */
  readonly total: number;
  readonly unit: ProgressUnit;
  /** How long it still takes: `about 2 minutes left`. */
  readonly left?: string | undefined;
}

/** `1.2 MB of 40 MB` or `3,120 of 61,204 convictions`; only what was really done. */
export function progressText({ done, total, unit }: Omit<ProgressProps, 'label' | 'left'>): string {
  if (unit === 'bytes') return total > 0 ? `${bytes(done)} of ${bytes(total)}` : bytes(done);
  return total > 0 ? `${number(done)} of ${number(total)} ${unit}` : `${number(done)} ${unit}`;
}

/** A bar with what was done of what there is. */
export const Progress = ({ label, done, total, unit, left }: ProgressProps) => (
  <Box sx={{ width: '100%' }}>
    <LinearProgress
      aria-label={label}
      aria-valuetext={[progressText({ done, total, unit }), left].filter(Boolean).join(', ')}
      variant={total > 0 ? 'determinate' : 'indeterminate'}
      {...(total > 0 ? { value: Math.min(100, (100 * done) / total) } : {})}
    />
    <Box
      className="figures"
      sx={{
        display: 'flex',
        justifyContent: 'space-between',
        gap: 1,
        fontSize: '0.8125rem',
        color: 'text.secondary',
        mt: 0.5,
      }}
    >
      <span>{[progressText({ done, total, unit }), left].filter(Boolean).join(' · ')}</span>
      {total > 0 ? <span>{percent(done, total)}</span> : null}
    </Box>
  </Box>
);

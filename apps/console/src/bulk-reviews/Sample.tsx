import Check from '@mui/icons-material/Check';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { ConvictionRow } from '@clearance/contract';
import { FlagChips } from '../record/FlagChips.tsx';
import { DateText } from '../ui/DateText.tsx';
import { severityWords } from '../ui/words.ts';
import { RecordDrawer } from './RecordDrawer.tsx';
import { PolicyChip } from '../convictions/PolicyChip.tsx';
import { sectionWord } from '../convictions/section-word.ts';
import { personName } from '../record/person-words.ts';

interface SampleProps {
  readonly rows: readonly ConvictionRow[];
  /** Ids that were opened. */
  readonly looked: ReadonlySet<string>;
  readonly onLook: (id: string) => void;
  readonly says: string;
  /** What can be said of each, beside opening it. */
  readonly acts?: (id: string) => ReactNode;
}

/** A few convictions of the set, drawn by the server; each opens over the page. */
export const Sample = ({ rows, looked, onLook, says, acts }: SampleProps) => {
  const [id, setId] = useState<string>();
  const open = (next: string) => {
    setId(next);
    onLook(next);
  };
  const next = id === undefined ? undefined : rows[rows.findIndex((row) => row.id === id) + 1]?.id;
  return (
    <Box component="section" aria-label="Sample">
      <Typography variant="h2">{rows.length === 1 ? 'The one to look at' : 'A sample to look at'}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {says}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}>
        {rows.map((row) => (
          <Box
            component="li"
            key={row.id}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1.5,
              py: 'var(--row-pad)',
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0, fontSize: '0.875rem' }}>
              <strong>{personName(row.name)}</strong>, case {row.caseNumber || 'without number'}
              <Box className="figures" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
                {sectionWord(row.section)} · {severityWords[row.severity].word} · <DateText value={row.date} /> ·{' '}
                {row.court}
              </Box>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
                <PolicyChip decision={row.state === 'recommended' ? row.decision : null} outcome={row.outcome} />
                <FlagChips flags={row.flags} />
              </Box>
            </Box>
            {looked.has(row.id) ? (
              <Box
                sx={{
                  display: 'inline-flex',
                  alignItems: 'center',
                  gap: 0.5,
                  fontSize: '0.8125rem',
                  color: 'success.main',
                  fontWeight: 600,
                }}
              >
                <Check aria-hidden sx={{ fontSize: 16 }} /> Looked at
              </Box>
            ) : null}
            {acts?.(row.id)}
            <Button
              className="no-print"
              size="small"
              onClick={() => open(row.id)}
              aria-label={`Open ${personName(row.name)}, case ${row.caseNumber}`}
            >
              Open
            </Button>
          </Box>
        ))}
      </Box>
      <RecordDrawer id={id} nextId={next} onOpen={open} onClose={() => setId(undefined)} />
    </Box>
  );
};

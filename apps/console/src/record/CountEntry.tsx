import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { counted } from '../ui/format.ts';
import { lineWords } from './line-words.ts';
import { severityText } from './count-words.ts';
import { SourceCells } from './SourceCells.tsx';
import { useSourceFocus } from './source-focus.tsx';
import type { CountView } from './source-index.ts';

interface CountEntryProps {
  readonly count: CountView;
  /** The conviction whose record this is. */
  readonly convictionId: string;
}

/** One count: the offense, what became of it, the sentence, and behind a button the cells it was read from. */
export const CountEntry = ({ count, convictionId }: CountEntryProps) => {
  const { parts, shown } = useSourceFocus();
  const [open, setOpen] = useState(false);
  const holds = shown !== undefined && count.rows.some(({ line }) => line === shown.line);
  useEffect(() => {
    if (holds) setOpen(true);
  }, [holds, shown?.turn]);
  const here = count.convictionId === convictionId;
  const convicted = count.dispositionKind === 'convicted';
  return (
    <Box
      component="li"
      id={here ? 'this-conviction' : undefined}
      sx={({ palette }) => ({
        py: 0.75,
        pl: 1.25,
        pr: 1,
        borderLeft: `3px solid ${here ? palette.look.accent : convicted ? palette.look.line : 'transparent'}`,
        ...(here ? { backgroundColor: palette.look.accentWash, borderRadius: '0 4px 4px 0' } : {}),
      })}
    >
      {here ? <Box sx={{ fontSize: '0.8125rem', fontWeight: 650, color: 'primary.main' }}>This conviction</Box> : null}
      <Box sx={{ fontWeight: convicted ? 600 : 400, overflowWrap: 'anywhere' }}>
        {count.offense || 'Offense not given'}
        {severityText(count)}
      </Box>
      {count.charged && count.charged !== count.offense ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>Charged with {count.charged}</Box>
      ) : null}
      <Box sx={{ fontSize: '0.875rem' }}>{count.disposition || 'No disposition'}</Box>
      {count.sentences.length > 0 ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{count.sentences.join('; ')}</Box>
      ) : null}
      {count.comment ? <Box sx={{ fontSize: '0.875rem', fontStyle: 'italic' }}>“{count.comment}”</Box> : null}
      <Box className="no-print" sx={{ display: 'flex', gap: 1.5, alignItems: 'center', mt: 0.25 }}>
        <Button
          variant="text"
          size="small"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          sx={{ minHeight: 24, p: 0, minWidth: 0, fontWeight: 500, fontSize: '0.8125rem' }}
        >
          {open
            ? 'Hide the cells'
            : `Source cells (${count.rows.length === 1 ? lineWords(parts, count.rows[0]?.line ?? 0) : counted(count.rows.length, 'line')})`}
        </Button>
        {count.convictionId && !here ? (
          <Link component={RouterLink} to={`/convictions/${count.convictionId}/show`} sx={{ fontSize: '0.8125rem' }}>
            Open this conviction
          </Link>
        ) : null}
      </Box>
      {open ? <SourceCells count={count} /> : null}
    </Box>
  );
};

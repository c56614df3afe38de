import Check from '@mui/icons-material/Check';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { memo } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { SampleItem as Item } from '@clearance/contract';
import { sectionWord } from '../../convictions/section-word.ts';
import { StandingChips } from '../../convictions/StandingChips.tsx';
import { FlagChips } from '../../record/FlagChips.tsx';
import { personName } from '../../record/person-words.ts';
import { DateText } from '../../ui/DateText.tsx';
import { severityWords } from '../../ui/words.ts';

interface SampleItemProps {
  readonly item: Item;
  readonly current: boolean;
}

/** One conviction of a sample with what was found in it; drawn anew only when that changes. */
export const SampleItem = memo(({ item, current }: SampleItemProps) => (
  <Box
    component="li"
    data-row={item.id}
    aria-current={current ? 'true' : undefined}
    sx={({ palette }) => ({
      cursor: 'pointer',
      p: 'var(--row-pad) 12px',
      borderBottom: `1px solid ${palette.look.line}`,
      backgroundColor: current ? palette.look.accentWash : palette.look.paper,
      boxShadow: current ? `inset 3px 0 ${palette.look.accent}` : 'none',
      '&:hover': { backgroundColor: current ? palette.look.accentWash : palette.look.hover },
      fontSize: '0.875rem',
    })}
  >
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', justifyContent: 'space-between' }}>
      <Link
        component={RouterLink}
        to={`/convictions/${item.id}/show`}
        aria-label={`Open ${personName(item.name)}, case ${item.caseNumber}`}
        onClick={(event) => {
          if (!event.metaKey && !event.ctrlKey && !event.shiftKey) event.preventDefault();
          else event.stopPropagation();
        }}
        sx={{ color: 'text.primary', fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere' }}
      >
        {personName(item.name)}
      </Link>
      <Found item={item} />
    </Box>
    <Box className="figures" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
      {sectionWord(item.section)} · {severityWords[item.severity].word} · <DateText value={item.date} /> ·{' '}
      {item.caseNumber || 'no case number'}
    </Box>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.25 }}>
      <StandingChips of={item} showStage={false} />
      <FlagChips flags={item.flags} />
    </Box>
    {item.findingNote ? <Box sx={{ fontSize: '0.8125rem' }}>“{item.findingNote}”</Box> : null}
  </Box>
));
SampleItem.displayName = 'SampleItem';

const Found = ({ item: { finding } }: { readonly item: Item }) =>
  finding ? (
    <Box
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        flex: 'none',
        fontSize: '0.8125rem',
        fontWeight: 600,
        color: finding === 'good' ? 'success.main' : 'error.main',
      }}
    >
      {finding === 'good' ? (
        <Check aria-hidden sx={{ fontSize: 16 }} />
      ) : (
        <ErrorOutlined aria-hidden sx={{ fontSize: 16 }} />
      )}
      {finding === 'good' ? 'Good' : 'Defect'}
    </Box>
  ) : null;

import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionRow } from '@clearance/contract';
import { FlagChips } from '../record/FlagChips.tsx';
import { Age, DateText } from '../ui/DateText.tsx';
import { severityWords } from '../ui/words.ts';
import type { ListProps } from './list-props.ts';
import { ReturnedBy } from './ReturnedBy.tsx';
import { sectionWord } from './section-word.ts';
import { StandingChips } from './StandingChips.tsx';
import { personName } from '../record/person-words.ts';

/** Convictions one below the other, for a narrow screen and for the place beside an open record. */
export const ConvictionCards = ({ rows, currentId, onOpen, linkState }: ListProps) => (
  <Box
    component="ol"
    aria-label="Convictions"
    sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}
  >
    {rows.map((row) => (
      <Card key={row.id} row={row} current={row.id === currentId} onOpen={onOpen} linkState={linkState} />
    ))}
  </Box>
);

interface CardProps extends Pick<ListProps, 'onOpen' | 'linkState'> {
  readonly row: ConvictionRow;
  readonly current: boolean;
}

const Card = ({ row, current, onOpen, linkState }: CardProps) => (
  <Box
    component="li"
    data-row={row.id}
    aria-current={current ? 'true' : undefined}
    onClick={() => onOpen(row.id)}
    sx={({ palette }) => ({
      cursor: 'pointer',
      p: 'var(--row-pad) 12px',
      borderBottom: `1px solid ${palette.look.line}`,
      backgroundColor: current ? palette.look.accentWash : palette.look.paper,
      boxShadow: current ? `inset 3px 0 ${palette.look.accent}` : 'none',
      '&:hover': { backgroundColor: current ? palette.look.accentWash : palette.look.hover },
    })}
  >
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
      <Link
        component={RouterLink}
        to={`/convictions/${row.id}/show`}
        state={linkState}
        onClick={(event) => {
          if (!event.metaKey && !event.ctrlKey && !event.shiftKey) event.preventDefault();
          else event.stopPropagation();
        }}
        sx={{
          color: 'text.primary',
          fontWeight: 600,
          fontSize: '0.875rem',
          flex: 1,
          minWidth: 0,
          overflowWrap: 'anywhere',
        }}
      >
        {personName(row.name)}
      </Link>
      <Box component="span" sx={{ fontSize: '0.8125rem', color: 'text.secondary', whiteSpace: 'nowrap' }}>
        <Age at={row.since} />
      </Box>
    </Box>
    <Box className="figures" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
      {sectionWord(row.section)} · {severityWords[row.severity].word} · <DateText value={row.date} /> ·{' '}
      {row.caseNumber || 'no case number'}
    </Box>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.5 }}>
      <StandingChips of={row} />
      <FlagChips flags={row.flags} />
    </Box>
    {row.returned ? (
      <Box sx={{ fontSize: '0.8125rem', mt: 0.5 }}>
        <ReturnedBy returned={[{ ...row.returned, count: 1 }]} count={1} />
      </Box>
    ) : null}
  </Box>
);

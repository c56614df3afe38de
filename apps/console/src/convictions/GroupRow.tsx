import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionGroup } from '@clearance/contract';
import { FlagChips } from '../record/FlagChips.tsx';
import { Ago } from '../ui/DateText.tsx';
import { counted, number } from '../ui/format.ts';
import { foremost } from './groups.ts';
import { ReturnedBy } from './ReturnedBy.tsx';
import { severityShares } from './severity-shares.ts';
import { ShareBar } from './ShareBar.tsx';
import { sectionWord } from './section-word.ts';
import { StandingChips } from './StandingChips.tsx';

interface GroupRowProps {
  readonly group: ConvictionGroup;
  /** Whether the keyboard stands here. */
  readonly current: boolean;
  /** Where the group opens. */
  readonly to: string;
  readonly onPoint: () => void;
  /** False where every group stands at the same stage. */
  readonly showStage?: boolean;
  /** Buttons for those who may act. */
  readonly acts?: ReactNode;
}

/** One homogeneous group: what it is, how much, what it is made of, how long it waits, what can be done with it. */
export const GroupRow = ({ group, current, to, onPoint, showStage = true, acts }: GroupRowProps) => {
  const sections = foremost(group.sections);
  return (
    <Box
      component="li"
      data-row={group.id}
      aria-current={current ? 'true' : undefined}
      onClick={onPoint}
      sx={({ palette }) => ({
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 5fr) minmax(0, 3fr) 345px' },
        gap: { xs: 1, md: 3 },
        alignItems: 'start',
        p: 'calc(var(--row-pad) * 2) 14px',
        backgroundColor: palette.look.paper,
        borderBottom: `1px solid ${palette.look.line}`,
        boxShadow: current ? `inset 3px 0 ${palette.look.accent}` : 'none',
      })}
    >
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', mb: 0.5 }}>
          <StandingChips of={group} showStage={showStage} />
          <FlagChips flags={group.flags} />
        </Box>
        <Link component={RouterLink} to={to} sx={{ color: 'text.primary', fontWeight: 600 }}>
          {group.reason ?? 'Not evaluated yet'}
        </Link>
        <Box className="figures" sx={{ fontSize: '0.8125rem', color: 'text.secondary', mt: 0.25 }}>
          {sections.first.map(({ name, count }) => `${sectionWord(name)} ${number(count)}`).join(' · ')}
          {sections.rest > 0
            ? ` · ${counted(sections.kinds - sections.first.length, 'more section')} ${number(sections.rest)}`
            : ''}
        </Box>
        {group.returned.length > 0 ? (
          <Box
            sx={({ palette }) => ({
              mt: 1,
              pl: 1.25,
              fontSize: '0.875rem',
              borderLeft: `3px solid ${palette.warning.main}`,
            })}
          >
            <ReturnedBy returned={group.returned} count={group.count} />
          </Box>
        ) : null}
      </Box>
      <Box sx={{ minWidth: 0, maxWidth: 340 }}>
        <ShareBar label="Severity" shares={severityShares(group.severities)} />
      </Box>
      <Box sx={{ textAlign: { xs: 'left', md: 'right' }, minWidth: { md: 210 } }}>
        <Box className="figures" sx={{ fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.2 }}>
          {number(group.count)}
        </Box>
        <Box className="figures" sx={{ fontSize: '0.8125rem', color: 'text.secondary', mb: acts ? 0.75 : 0 }}>
          {counted(group.people, 'person', 'people')} · oldest came <Ago at={group.oldest} />
        </Box>
        {acts}
      </Box>
    </Box>
  );
};

import type { Stats } from '@clearance/contract';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { useCan } from '../providers/me.ts';
import { Ago } from '../ui/DateText.tsx';
import { day, number } from '../ui/format.ts';
import { listAddress } from '../ui/list-address.ts';
import { toReviewWords } from './home-words.ts';

interface Card {
  readonly title: string;
  readonly count: number;
  readonly says: string;
  readonly to: string;
}

/** What waits for the person who looks, by what their roles let them do. */
export const NeedsYou = ({ stats }: { readonly stats: Stats }) => {
  const reviews = useCan('recommend conviction');
  const approves = useCan('approve conviction');
  const cards: readonly Card[] = [
    ...(stats.logReview?.overdue
      ? [
          {
            title: 'Weekly review is overdue',
            count: 1,
            says: `review of the audit log, which was due on ${day(stats.logReview.dueAt)}`,
            to: '/log-reviews',
          },
        ]
      : []),
    ...(reviews
      ? [
          {
            title: 'Waiting for reviewers',
            count: stats.toReview,
            says: toReviewWords(stats.funnel),
            to: '/convictions',
          },
          {
            title: 'Yours, waiting for approval',
            count: stats.mineWaiting,
            says:
              stats.mineWaiting === 0
                ? 'Nothing you recommended is waiting.'
                : 'that you recommended; somebody else approves',
            to: listAddress('convictions', { state: ['recommended'], mine: true }),
          },
        ]
      : []),
    ...(approves
      ? [
          {
            title: 'To approve',
            count: stats.toApprove,
            says: stats.toApprove === 0 ? 'Nothing waits for you.' : 'that others recommended wait for your signature',
            to: '/approvals',
          },
        ]
      : []),
  ];
  if (cards.length === 0 || (stats.convictions === 0 && !stats.logReview?.overdue)) return null;
  return (
    <Box component="section" aria-label="What needs you">
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(230px, 1fr))' }}>
        {cards.map((card) => (
          <Box
            key={card.title}
            component={Link}
            to={card.to}
            sx={({ palette }) => ({
              display: 'block',
              p: 2,
              color: 'inherit',
              textDecoration: 'none',
              border: `1px solid ${palette.look.line}`,
              borderTop: `3px solid ${card.count > 0 ? palette.look.accent : palette.look.line}`,
              borderRadius: 1.5,
              backgroundColor: palette.look.paper,
              '&:hover': { backgroundColor: palette.look.hover },
            })}
          >
            <Typography variant="h3" component="h2">
              {card.title}
            </Typography>
            <Box className="figures" sx={{ fontSize: '1.75rem', fontWeight: 650, lineHeight: 1.3 }}>
              {number(card.count)}
            </Box>
            <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>{card.says}</Box>
          </Box>
        ))}
      </Box>
      {stats.oldestWaiting && (reviews || approves) ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          The conviction that waits longest came <Ago at={stats.oldestWaiting} />.
        </Typography>
      ) : null}
    </Box>
  );
};

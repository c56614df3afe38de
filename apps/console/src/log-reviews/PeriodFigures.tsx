import type { OpenLogReview } from '@clearance/contract';
import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Link as RouterLink } from 'react-router-dom';
import { explorerLink } from '../audit-events/filter/filter-link.ts';
import { actionWord } from '../audit-events/action-words.ts';
import { BarList } from '../ui/BarList.tsx';
import { Figure } from '../ui/Figure.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { counted, dayAndTime, number } from '../ui/format.ts';
import { actsTable, weightyActs } from './review-words.ts';

/** The period in figures: those that one looks at first, then every kind of act. */
export const PeriodFigures = ({ open }: { readonly open: OpenLogReview }) => {
  const { from, to } = open;
  const table = actsTable(open.acts);
  // The names of acts leave no room for bars on a phone.
  const narrow = useMediaQuery('(max-width:700px)');
  const within = { from, to };
  const cards = [
    {
      label: 'Refused acts other than sign-ins',
      count: open.refusals,
      to: explorerLink({ ...within, outcome: 'refused' }),
    },
    {
      label: 'Failures to sign in',
      count: open.signInFailures,
      to: explorerLink({ ...within, action: 'session.start', outcome: 'refused' }),
    },
    {
      label: 'Exports of the log',
      count: open.exports,
      to: explorerLink({ ...within, action: 'audit_export.create' }),
    },
    { label: 'Files given out', count: open.givenOut, to: '/disseminations' },
    ...weightyActs(open.acts).map(({ action, count, label }) => ({
      ...{ label, count },
      to: explorerLink({ ...within, action }),
    })),
  ];
  return (
    <>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))' }}>
        {cards.map(({ label, count, to }) => (
          <Box
            key={label}
            component={RouterLink}
            to={to}
            sx={({ palette }) => ({
              display: 'block',
              p: 2,
              color: 'inherit',
              textDecoration: 'none',
              border: `1px solid ${palette.look.line}`,
              borderRadius: 1.5,
              backgroundColor: palette.look.paper,
              '&:hover': { backgroundColor: palette.look.hover },
            })}
          >
            <Box className="figures" sx={{ fontSize: '1.75rem', fontWeight: 650, lineHeight: 1.3 }}>
              {number(count)}
            </Box>
            <Box sx={{ color: 'text.secondary' }}>{label}</Box>
          </Box>
        ))}
      </Box>
      <Figure
        title="What happened since"
        counts={`${counted(open.entries, 'entry', 'entries')} of the log, from ${dayAndTime(from)} to ${dayAndTime(to)}.`}
        table={table}
        fileName="log-review"
      >
        {narrow ? <PlainTable title="What happened since" table={table} /> : <Acts open={open} />}
      </Figure>
    </>
  );
};

const Acts = ({ open: { acts, from, to } }: { readonly open: OpenLogReview }) => (
  <BarList
    unit="entries"
    bars={acts.map(({ action, done, refused, failed }) => ({
      key: action,
      label: done === 0 ? `Tried to ${actionWord(action).tried}` : actionWord(action).did,
      value: done + refused + failed,
      note: [refused ? `${number(refused)} refused` : '', failed ? `${number(failed)} failed` : '']
        .filter(Boolean)
        .join(', '),
      to: explorerLink({ from, to, action }),
    }))}
  />
);

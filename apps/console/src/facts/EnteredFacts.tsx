import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { EnteredFactRow } from '@clearance/contract';
import { officeText } from '../record/office-text.ts';
import { Moment } from '../ui/DateText.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { kindWord, sourceWords, standingWords } from './entered-words.ts';
import { ANY_FACT, type FactsWork } from './use-facts.ts';

/** What people supplied beside the file: who, when, from where, and how it stands; and the way to supply more. */
export const EnteredFacts = ({ facts }: { readonly facts: FactsWork }) => {
  const { ask, mayEnter, view, withdraw } = facts;
  const unread = view?.missing.filter(({ kind }) => kind === 'unread_row') ?? [];
  if (!view || (view.entered.length === 0 && !mayEnter)) return null;
  return (
    <Box component="section" aria-label="Facts entered by people" sx={{ my: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 0.5 }}>
        <Typography variant="h3" component="h2" sx={{ flex: 1 }}>
          Facts entered by people
        </Typography>
        {mayEnter ? (
          <Button className="no-print" size="small" variant="text" onClick={() => ask(ANY_FACT)}>
            Enter another fact
          </Button>
        ) : null}
      </Box>
      {view.entered.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          None. The determination rests on the state’s file alone.
        </Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {view.entered.map((fact) => (
          <EnteredFact
            key={fact.id}
            fact={fact}
            about={fact.about === 'other' ? 'another conviction' : undefined}
            {...(mayEnter ? { onWithdraw: () => withdraw(fact) } : {})}
          />
        ))}
      </Box>
      {mayEnter && unread.length > 0 ? (
        <Box sx={{ mt: 0.75, fontSize: '0.875rem' }}>
          {unread.map((row) => (
            <Box key={row.line}>
              {row.why}{' '}
              <Button className="no-print" size="small" variant="text" onClick={() => ask(row)}>
                Enter what it says
              </Button>
            </Box>
          ))}
        </Box>
      ) : null}
    </Box>
  );
};

interface EnteredFactProps {
  readonly fact: Omit<EnteredFactRow, 'about'>;
  /** What it is about, in words, where that has to be said. */
  readonly about: string | undefined;
  readonly onWithdraw?: () => void;
}

/** One fact that somebody supplied, with who, when, from where, and how it stands. */
export const EnteredFact = ({ about, fact, onWithdraw }: EnteredFactProps) => {
  const { at, by, kind, reference, says, source, standing, withdrawnAt, withdrawnBy, withdrawnReason } = fact;
  const isOpen = standing === 'contradicts_file' || standing === 'disputed' || standing === 'no_such_conviction';
  return (
    <Box component="li" sx={{ py: 0.75, borderBottom: 1, borderColor: 'divider', fontSize: '0.875rem' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere', flex: 1 }}>
          {kindWord(kind)}: <span>{officeText(says)}</span>
          {about ? ` (${about})` : ''}
        </Box>
        {standing === null ? <StatusChip word="Withdrawn" tone="quiet" sign="cross" /> : null}
        {isOpen ? <StatusChip word="Not used" tone="act" sign="question" /> : null}
        {standing !== null && onWithdraw ? (
          <Button className="no-print" size="small" variant="text" onClick={onWithdraw}>
            Withdraw
          </Button>
        ) : null}
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
        Entered by {by}, <Moment at={at} /> · {sourceWords[source]}, {reference}
      </Box>
      {standing ? <Box>{standingWords[standing]}</Box> : null}
      {withdrawnAt ? (
        <Box>
          Withdrawn by {withdrawnBy}, <Moment at={withdrawnAt} />: “{withdrawnReason}”
        </Box>
      ) : null}
    </Box>
  );
};

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FactRequest, FactsAwaited } from '@clearance/contract';
import { useState } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { useCan } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';
import { personName } from '../record/person-words.ts';
import { Age, DateText } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { counted, number } from '../ui/format.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { AskLetter, type LetterTo } from './AskLetter.tsx';
import { awaitedGroups, missingWords, valuesOf, type AwaitedGroup } from './awaited-groups.ts';
import { Letter } from './Letter.tsx';

const FROM = { state: { from: { to: '/facts-awaited', label: 'Facts awaited' } } };

/** Every fact that somebody asked for and nobody has supplied yet, by court and agency; and the letters that ask. */
export const FactsAwaitedPage = () => {
  const { data, error, refetch } = useApi<FactsAwaited>('/facts-awaited');
  const mayRequest = useCan('request fact');
  const [address, setAddress] = useSearchParams();
  const [asking, setAsking] = useState<LetterTo>();
  const [letter, setLetter] = useState<FactRequest & { readonly recipient: string }>();
  const court = address.get('court') ?? '';
  const agency = address.get('agency') ?? '';
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(address);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setAddress(next, { replace: true });
  };
  if (letter) return <Letter letter={letter} onClose={() => setLetter(undefined)} />;
  const rows = (data?.rows ?? []).filter(
    (row) => (court === '' || row.court === court) && (agency === '' || row.agency === agency),
  );
  return (
    <>
      <PageHeader
        title="Facts awaited"
        explanation="Convictions that cannot be decided until somebody supplies a fact, by the court and the agency that may have it. Open one to enter the fact."
      />
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {data || error ? null : <SkeletonRows />}
      {data?.total === 0 ? (
        <EmptyState title="No facts are awaited">
          When a reviewer asks for a fact on a record, it is listed here with the court, the agency and how long it has
          been open. From here you print request letters.
        </EmptyState>
      ) : null}
      {data && data.total > 0 ? (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2 }}>
            <Filter
              label="Court"
              value={court}
              values={valuesOf(data.rows, 'court')}
              onChange={(to) => set('court', to)}
            />
            <Filter
              label="Agency"
              value={agency}
              values={valuesOf(data.rows, 'agency')}
              onChange={(to) => set('agency', to)}
            />
          </Box>
          {data.total > data.rows.length ? (
            <Typography sx={{ mb: 1.5 }}>
              The {number(data.rows.length)} oldest of {number(data.total)} are listed.
            </Typography>
          ) : null}
          {rows.length === 0 ? <Typography role="status">Nothing is awaited from there.</Typography> : null}
          {awaitedGroups(rows).map((group) => (
            <Group
              key={`${group.court} ${group.agency}`}
              group={group}
              {...(mayRequest ? { onLetter: () => setAsking({ court: group.court, agency: group.agency }) } : {})}
            />
          ))}
        </>
      ) : null}
      {asking ? (
        <AskLetter
          to={asking}
          onMade={(made) => {
            setAsking(undefined);
            setLetter(made);
          }}
          onClose={() => setAsking(undefined)}
        />
      ) : null}
    </>
  );
};

interface FilterProps {
  readonly label: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly onChange: (value: string) => void;
}

const Filter = ({ label, onChange, value, values }: FilterProps) => (
  <TextField
    select
    label={label}
    margin="none"
    value={values.includes(value) ? value : ''}
    onChange={({ target }) => onChange(target.value)}
    sx={{ minWidth: 220 }}
    slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
  >
    <MenuItem value="">All</MenuItem>
    {values.map((each) => (
      <MenuItem key={each} value={each}>
        {each}
      </MenuItem>
    ))}
  </TextField>
);

const Group = ({ group, onLetter }: { readonly group: AwaitedGroup; readonly onLetter?: () => void }) => (
  <Box component="section" aria-label={group.court || 'Court not given'} sx={{ mb: 3 }}>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline', mb: 0.75 }}>
      <Typography variant="h3" component="h2" sx={{ flex: '1 1 260px', overflowWrap: 'anywhere' }}>
        {group.court || 'Court not given'} · {group.agency || 'agency not given'}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {counted(group.rows.length, 'conviction')}
      </Typography>
      {onLetter ? (
        <Button size="small" variant="outlined" onClick={onLetter}>
          Request letter
        </Button>
      ) : null}
    </Box>
    <Paper variant="outlined" component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {group.rows.map((row) => (
        <Box
          key={row.convictionId}
          component="li"
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 2fr) minmax(0, 3fr) auto' },
            gap: { xs: 0.25, md: 2 },
            px: 2,
            py: 1.25,
            '& + &': { borderTop: 1, borderColor: 'divider' },
          }}
        >
          <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <Link
              component={RouterLink}
              to={`/convictions/${row.convictionId}/show`}
              {...FROM}
              sx={{ fontWeight: 600 }}
            >
              {personName(row.name)}
            </Link>
            <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
              case {row.caseNumber || 'without number'} · {row.section || row.offense} · <DateText value={row.date} />
            </Box>
          </Box>
          <Box sx={{ minWidth: 0, fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
            {missingWords(row).map((words) => (
              <Box key={words}>{words}</Box>
            ))}
            {row.question ? (
              <Box>
                “{row.question}”{' '}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  ({row.askedBy})
                </Box>
              </Box>
            ) : null}
          </Box>
          <Box sx={{ fontSize: '0.875rem', whiteSpace: 'nowrap' }}>
            <Age at={row.askedAt} />
          </Box>
        </Box>
      ))}
    </Paper>
  </Box>
);

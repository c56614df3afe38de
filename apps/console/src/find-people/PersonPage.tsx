import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useParams } from 'react-router-dom';
import type { PersonOverview } from '@clearance/contract';
import { PolicyChip } from '../convictions/PolicyChip.tsx';
import { sectionWord } from '../convictions/section-word.ts';
import { reasonWord } from '../imports/reasons.ts';
import { useApi } from '../providers/use-api.ts';
import { actWords } from '../record/act-words.ts';
import { Fact, Facts } from '../record/facts.tsx';
import { genderWord, personName, raceWord } from '../record/person-words.ts';
import { stageOf } from '../record/stage.ts';
import { StepEntry } from '../record/StepEntry.tsx';
import { DateText, Moment } from '../ui/DateText.tsx';
import { counted, number } from '../ui/format.ts';
import { Masked } from '../ui/Masked.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { severityWords } from '../ui/words.ts';
import { onOnePage } from './person-layout.ts';

/** Everything about one person, on one screen and on one printed page. */
export const PersonPage = () => {
  const { id = '' } = useParams();
  const { data: person, error, refetch } = useApi<PersonOverview>(`/people/${id}/overview`, { fresh: 60_000 });
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (!person) return <SkeletonRows rows={12} height={44} />;
  return (
    <Box sx={onOnePage}>
      <PageHeader title={personName(person.name)} actions={<Button onClick={() => window.print()}>Print</Button>} />
      <Identity person={person} />
      {person.unread.length > 0 ? <Unread rows={person.unread} /> : null}
      <div className="person-body">
        <Convictions convictions={person.convictions} />
        <History person={person} />
      </div>
    </Box>
  );
};

const Identity = ({ person }: { readonly person: PersonOverview }) => (
  <Box component="section" aria-label="Person" sx={{ mb: 2 }}>
    <Facts columns>
      <Fact label="Born">
        <DateText value={person.birth} />
        {person.age === null ? null : ` (${person.age})`}
      </Fact>
      <Fact label="Gender">{genderWord(person.gender)}</Fact>
      <Fact label="Race">{raceWord(person.race)}</Fact>
      <Fact label="State identifier (CII)">
        <Masked value={person.cii} what="State identifier" />
      </Fact>
      {person.otherNames.length > 0 ? (
        <Fact label="Other names, in older files">{person.otherNames.map(personName).join('; ')}</Fact>
      ) : null}
      <Fact label={person.files.length === 1 ? 'File' : 'Files'} wide={person.files.length > 1}>
        {person.files.map((file) => (
          <div key={file.id}>
            <Link component={RouterLink} to={`/imports/${file.id}/show`}>
              {file.fileName}
            </Link>
            , {counted(file.lines, 'line')}, <Moment at={file.importedAt} />
            {file.newest ? '' : ' (replaced)'}
          </div>
        ))}
      </Fact>
    </Facts>
  </Box>
);

const Unread = ({ rows }: { readonly rows: PersonOverview['unread'] }) => (
  <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
    {counted(rows.length, 'row')} of this person could not be read, so the history is not whole:{' '}
    {rows.map(({ line, reason }) => `line ${number(line)} (${reasonWord(reason).word})`).join(', ')}.
  </Alert>
);

const Convictions = ({ convictions }: { readonly convictions: PersonOverview['convictions'] }) => (
  <section aria-label="Convictions">
    <Typography variant="h3" component="h2">
      Convictions in this county ({number(convictions.length)})
    </Typography>
    {convictions.length === 0 ? (
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        None that a policy has looked at.
      </Typography>
    ) : null}
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {convictions.map((row) => (
        <Conviction key={row.id} row={row} />
      ))}
    </Box>
  </section>
);

const Conviction = ({ row }: { readonly row: PersonOverview['convictions'][number] }) => (
  <Box
    component="li"
    sx={{ py: 1, borderBottom: 1, borderColor: 'divider', fontSize: '0.875rem', breakInside: 'avoid' }}
  >
    <Link component={RouterLink} to={`/convictions/${row.id}/show`} sx={{ fontWeight: 650 }}>
      {sectionWord(row.section)}, case {row.caseNumber || 'without number'}
    </Link>{' '}
    · {severityWords[row.severity].word} · <DateText value={row.date} />
    <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
      {row.offense || 'Offense not given'} · {row.court || 'Court not given'}
    </Box>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}>
      <StatusChip {...stageOf(row)} />
      <PolicyChip decision={row.decision} outcome={row.outcome} />
      {row.changed ? <StatusChip word="Changed in a newer file" tone="act" sign="warning" /> : null}
      {row.vanished ? <StatusChip word="In an older file only" tone="quiet" sign="ring" /> : null}
    </Box>
    {row.reason ? <Box sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>{row.reason}</Box> : null}
    {row.acts.length > 0 ? (
      <Box component="ol" aria-label="What was done" sx={{ listStyle: 'none', m: 0, mt: 0.5, p: 0 }}>
        {row.acts.map((act) => (
          <Box component="li" key={`${act.at} ${act.verb}`} sx={{ overflowWrap: 'anywhere' }}>
            {actWords(act)}
            {act.note ? `: “${act.note}”` : ''}{' '}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {act.by}, <Moment at={act.at} />
            </Box>
          </Box>
        ))}
      </Box>
    ) : null}
  </Box>
);

const History = ({ person }: { readonly person: PersonOverview }) => (
  <section aria-label="History">
    <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
      History, every county ({counted(person.cycles.length, 'cycle')})
    </Typography>
    <div className="person-history">
      {person.cycles.map((cycle) => (
        <Box
          key={cycle.order}
          className="person-cycle"
          sx={{ mb: 1.5, pl: 1.5, borderLeft: 1, borderColor: 'divider' }}
        >
          <Typography component="h3" variant="caption" sx={{ color: 'text.secondary', fontWeight: 600 }}>
            Cycle{cycle.date ? ' of ' : ', '}
            <DateText value={cycle.date} />
          </Typography>
          <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {cycle.steps.map((step) => (
              <StepEntry key={step.order} step={step} convictionId="" />
            ))}
          </Box>
        </Box>
      ))}
    </div>
  </section>
);

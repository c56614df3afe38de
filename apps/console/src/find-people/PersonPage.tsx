import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useParams } from 'react-router-dom';
import type { PersonOverview } from '@clearance/contract';
import { PolicyChip } from '../convictions/PolicyChip.tsx';
import { EnteredFact } from '../facts/EnteredFacts.tsx';
import { reasonWord } from '../imports/reasons.ts';
import { useApi } from '../providers/use-api.ts';
import { actWords } from '../record/act-words.ts';
import { Born } from '../record/Born.tsx';
import { ConfirmedNote } from '../record/ConfirmedNote.tsx';
import { Fact, Facts } from '../record/facts.tsx';
import { FlagChips } from '../record/FlagChips.tsx';
import { lineWords, type Parts } from '../record/line-words.ts';
import { officeText } from '../record/office-text.ts';
import { genderWord, personName, raceWord } from '../record/person-words.ts';
import { stageOf } from '../record/stage.ts';
import { DateText, Moment } from '../ui/DateText.tsx';
import { counted, number } from '../ui/format.ts';
import { Masked } from '../ui/Masked.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { outcomeWords, severityWords } from '../ui/words.ts';
import { convictionWords, sharedFlags } from './find-words.ts';
import { PersonHistory } from './PersonHistory.tsx';
import { onOnePage } from './person-layout.ts';

/** Everything about one person, on one screen and on one printed page. */
export const PersonPage = () => {
  const { id = '' } = useParams();
  const { data: person, error, refetch } = useApi<PersonOverview>(`/people/${id}/overview`, { fresh: 60_000 });
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (!person) return <SkeletonRows rows={12} height={44} />;
  const flags = sharedFlags(person.convictions);
  return (
    <Box sx={onOnePage}>
      <PageHeader title={personName(person.name)} actions={<Button onClick={() => window.print()}>Print</Button>} />
      <Identity person={person} flags={flags} />
      <ConfirmedNote confirmed={person.confirmed} />
      {person.unread.length > 0 ? <Unread rows={person.unread} parts={person.parts} /> : null}
      <Convictions convictions={person.convictions} shared={flags} />
      {person.entered.length > 0 ? <Entered {...person} /> : null}
      <PersonHistory {...person} />
    </Box>
  );
};

interface IdentityProps {
  readonly person: PersonOverview;
  readonly flags: readonly string[];
}

const Identity = ({ flags, person }: IdentityProps) => (
  <section aria-label="Person">
    <Facts columns>
      <Fact label="Born">
        <Born person={person} />
      </Fact>
      <Fact label="Gender">{genderWord(person.gender)}</Fact>
      <Fact label="Race">{raceWord(person.race)}</Fact>
      <Fact label="State identifier (CII)">
        <Masked value={person.cii} what="State identifier" />
      </Fact>
      {person.otherNames.length > 0 ? (
        <Fact label="Other names, in other files">{person.otherNames.map(personName).join('; ')}</Fact>
      ) : null}
      {flags.length > 0 ? (
        <Fact label="Flags" wide>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
            <FlagChips flags={flags} />
          </Box>
        </Fact>
      ) : null}
      <Fact label={person.files.length === 1 ? 'File' : 'Files'} wide>
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
  </section>
);

const Unread = ({ rows, parts }: { readonly rows: PersonOverview['unread']; readonly parts: Parts }) => (
  <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
    {counted(rows.length, 'row')} of this person could not be read, so the history is not whole:{' '}
    {rows.map(({ line, reason }) => `${lineWords(parts, line)} (${reasonWord(reason).word})`).join(', ')}.
  </Alert>
);

type Conviction = PersonOverview['convictions'][number];

interface ConvictionsProps {
  readonly convictions: readonly Conviction[];
  /** The flags that stand beside the person already. */
  readonly shared: readonly string[];
}

const Convictions = ({ convictions, shared }: ConvictionsProps) => (
  <section aria-label="Convictions">
    <Typography variant="h3" component="h2">
      Convictions the policy looked at ({number(convictions.length)})
    </Typography>
    {convictions.length === 0 ? (
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        None. Every conviction on file is in the history below.
      </Typography>
    ) : null}
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {convictions.map((row) => (
        <ConvictionLine key={row.id} row={row} flags={row.flags.filter((flag) => !shared.includes(flag))} />
      ))}
    </Box>
  </section>
);

const ConvictionLine = ({ flags, row }: { readonly row: Conviction; readonly flags: readonly string[] }) => (
  <Box
    component="li"
    sx={{ py: 1, borderBottom: 1, borderColor: 'divider', fontSize: '0.875rem', breakInside: 'avoid' }}
  >
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
      <Link component={RouterLink} to={`/convictions/${row.id}/show`} sx={{ fontWeight: 650 }}>
        {convictionWords(row)}
      </Link>
      <StatusChip {...stageOf(row)} />
      <PolicyChip decision={row.decision} outcome={row.outcome} />
      {row.changed ? <StatusChip word="Changed in a newer file" tone="act" sign="warning" /> : null}
      {row.vanished ? <StatusChip word="In an older file only" tone="quiet" sign="ring" /> : null}
      <FlagChips flags={flags} />
    </Box>
    <Box sx={{ mt: 0.25, overflowWrap: 'anywhere' }}>
      {row.offense || 'Offense not given'} · {severityWords[row.severity].word} · <DateText value={row.date} /> ·{' '}
      {row.court || 'Court not given'}
    </Box>
    {row.outcome ? (
      <Box sx={{ overflowWrap: 'anywhere' }}>
        Policy: {outcomeWords[row.outcome].word.toLowerCase()}. {officeText(row.reason ?? '')}
      </Box>
    ) : null}
    {row.acts.length > 0 ? (
      <Box component="ol" aria-label="What was done" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {row.acts.map((act) => (
          <Box component="li" key={`${act.at} ${act.verb}`} sx={{ overflowWrap: 'anywhere' }}>
            <Moment at={act.at} />, {act.by}: {actWords(act).toLowerCase()}
            {act.note ? `, “${act.note}”` : ''}
          </Box>
        ))}
      </Box>
    ) : null}
  </Box>
);

const Entered = ({ convictions, entered }: Pick<PersonOverview, 'convictions' | 'entered'>) => {
  const named = new Map(convictions.map((row) => [row.id, convictionWords(row)]));
  return (
    <section aria-label="Facts entered by people">
      <Typography variant="h3" component="h2">
        Facts entered by people ({number(entered.length)})
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {entered.map((fact) => (
          <EnteredFact key={fact.id} fact={fact} about={fact.convictionId ? named.get(fact.convictionId) : undefined} />
        ))}
      </Box>
    </section>
  );
};

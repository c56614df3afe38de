import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { FoundPerson, PeopleFound, SearchKind } from '@clearance/contract';
import { useCursor } from '../convictions/use-cursor.ts';
import { api } from '../providers/http.ts';
import type { RefusalError } from '../providers/refusal.ts';
import { personName } from '../record/person-words.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Masked } from '../ui/Masked.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { useAsked } from './asked-text.ts';
import { foundSentence, matchWord, standingWords } from './find-words.ts';

/** Who was found. Every search is on the log, so that none is made by itself or made again. */
export const FindPage = () => {
  const asked = useAsked();
  const found = useQuery<PeopleFound, RefusalError>({
    queryKey: ['find-people', asked?.text, asked?.turn],
    queryFn: ({ signal }) => api.post<PeopleFound>('/people/search', { text: asked?.text ?? '' }, { signal }),
    enabled: asked !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  return (
    <Box sx={{ maxWidth: 900 }}>
      <PageHeader
        title="Find a person"
        explanation={<span role="status">{found.data ? foundSentence(found.data) : ''}</span>}
      />
      {asked && found.isPending ? <SkeletonRows rows={6} height={64} /> : null}
      {found.error ? <Unanswered error={found.error} again={() => void found.refetch()} /> : null}
      {found.data?.incomplete ? (
        <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
          The search is still being prepared for the people of older files, so somebody may be missing here. The job
          list shows how far it is.
        </Alert>
      ) : null}
      {asked ? null : (
        <HowTo title="Search for a name, a case number or a CII">
          Press <kbd>/</kbd> and type:
        </HowTo>
      )}
      {found.data?.total === 0 ? (
        <HowTo title="No person found">
          Nobody in this county’s files fits all of what you typed. Try less of it: the last name alone, or the
          beginning of the number. The box takes:
        </HowTo>
      ) : null}
      {found.data && found.data.total > 0 ? <People {...found.data} /> : null}
    </Box>
  );
};

/** Asking again helps where the answer was lost; where the text says too little, other words do. */
const Unanswered = ({ again, error }: { readonly error: RefusalError; readonly again: () => void }) =>
  error.status === 422 ? (
    <>
      <Problem error={error} />
      <HowTo title="What can be searched for">The box takes:</HowTo>
    </>
  ) : (
    <Problem error={error} again={again} />
  );

const HowTo = ({ children, title }: { readonly title: string; readonly children: ReactNode }) => (
  <EmptyState title={title}>
    {children}
    <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
      <li>a name in any order, or parts of it. Accents do not matter, and similar spellings are found.</li>
      <li>a case number, with or without its hyphens, or its beginning.</li>
      <li>a state identifier (CII), or its last four digits beside a name.</li>
      <li>a name with a date of birth, such as Garcia 3/2/1979.</li>
    </Box>
  </EmptyState>
);

const People = ({ kind, people }: Pick<PeopleFound, 'kind' | 'people'>) => {
  useCursor(
    people.map((person) => person.id),
    'person',
  );
  return (
    <Box
      component="ul"
      aria-label="People found"
      sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}
    >
      {people.map((person) => (
        <Person key={person.id} person={person} kind={kind} />
      ))}
    </Box>
  );
};

const Person = ({ kind, person }: { readonly person: FoundPerson; readonly kind: SearchKind }) => {
  const similar = matchWord(person.match, kind);
  return (
    <Box
      component="li"
      data-row={person.id}
      sx={{ py: 1.25, borderBottom: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, alignItems: 'baseline' }}>
        <Link component={RouterLink} to={`/people/${person.id}`} sx={{ fontWeight: 650 }}>
          {personName(person.name)}
        </Link>
        <span>{person.birthYear ? `born ${person.birthYear}` : 'birth unknown'}</span>
        <span>
          CII <Masked value={person.cii} what="State identifier" />
        </span>
        {similar ? <StatusChip word={similar} tone="act" sign="question" /> : null}
        {person.inNewestFile ? null : <StatusChip word="In an older file only" tone="quiet" sign="ring" />}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.25 }}>
        {standingWords(person)}
        {person.caseNumbers.length > 0 ? ` · case ${person.caseNumbers.join(', ')}` : ''}
      </Typography>
      {person.onOtherCase ? (
        <Typography variant="body2" sx={{ mt: 0.25 }}>
          The number is in the person’s history, but not on a conviction that the policy looked at.
        </Typography>
      ) : null}
      {person.otherNames.length > 0 ? (
        <Typography variant="body2" sx={{ mt: 0.25 }}>
          In another file: {person.otherNames.map(personName).join('; ')}
        </Typography>
      ) : null}
    </Box>
  );
};

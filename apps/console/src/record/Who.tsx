import Typography from '@mui/material/Typography';
import Skeleton from '@mui/material/Skeleton';
import Box from '@mui/material/Box';
import type { PersonView } from '@clearance/contract';
import { number } from '../ui/format.ts';
import { Masked } from '../ui/Masked.tsx';
import { Born } from './Born.tsx';
import { ConfirmedNote } from './ConfirmedNote.tsx';
import { FlagRows } from './FlagRows.tsx';
import { Fact, Facts } from './facts.tsx';
import { genderWord, raceWord } from './person-words.ts';
import { placedFlags } from './placed-flags.ts';
import type { FlagRow } from './trace-view.ts';

interface WhoProps {
  readonly person: PersonView | undefined;
  readonly flags: readonly string[];
  /** The rows behind the flags, once the trace is there. */
  readonly raised?: readonly FlagRow[] | undefined;
}

/** Whose record this is: enough to tell one person from another, identifiers masked. */
export const Who = ({ person, flags, raised = [] }: WhoProps) => {
  if (!person) return <Skeleton variant="rounded" height={120} />;
  const all = placedFlags(flags, raised, person);
  return (
    <Box component="section" aria-label="Person">
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        Person
      </Typography>
      <Facts columns>
        <Fact label="Born">
          <Born person={person} />
        </Fact>
        <Fact label="Gender">{genderWord(person.gender)}</Fact>
        <Fact label="Race">{raceWord(person.race)}</Fact>
        <Fact label="State identifier (CII)">
          <Masked value={person.cii} what="State identifier" />
        </Fact>
        <Fact label="From">
          {person.fileName}, {number(person.rows)} {person.rows === 1 ? 'line' : 'lines'}
        </Fact>
        {all.length > 0 ? (
          <Fact label="Flags">
            <FlagRows flags={all} />
          </Fact>
        ) : null}
      </Facts>
      <ConfirmedNote confirmed={person.confirmed} />
    </Box>
  );
};

import Box from '@mui/material/Box';
import { factWord, settledBy, type UnknownFact } from './fact-words.ts';
import { Named } from './Named.tsx';
import { officeText } from './office-text.ts';
import { SourceLinks } from './SourceLinks.tsx';

/** The facts that are missing, why, where was looked, and what would settle each. */
export const UnknownFacts = ({ facts }: { readonly facts: readonly UnknownFact[] }) =>
  facts.length === 0 ? null : (
    <Named title={facts.length === 1 ? 'One fact is missing' : `${facts.length} facts are missing`}>
      {facts.map(({ fact, why, cells }) => (
        <li key={`${fact} ${why}`}>
          <strong>{factWord(fact)}</strong>: {officeText(why)}. <SourceLinks cells={cells} />
          <Box sx={{ color: 'text.secondary' }}>{settledBy(fact)}</Box>
        </li>
      ))}
    </Named>
  );

import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { factWord, settledBy, type UnknownFact } from './fact-words.ts';
import { Named } from './Named.tsx';
import { officeText } from './office-text.ts';
import { SourceLinks } from './SourceLinks.tsx';

interface UnknownFactsProps {
  readonly facts: readonly UnknownFact[];
  /** What can be done about a fact, behind it. */
  readonly act?: ((fact: UnknownFact) => ReactNode) | undefined;
}

/** The facts that are missing, why, where was looked, and what would settle each. */
export const UnknownFacts = ({ act, facts }: UnknownFactsProps) =>
  facts.length === 0 ? null : (
    <Named title={facts.length === 1 ? 'One fact is missing' : `${facts.length} facts are missing`}>
      {facts.map((missing) => {
        const { cells, fact, why } = missing;
        return (
          <li key={`${fact} ${why}`}>
            <strong>{factWord(fact)}</strong>: {officeText(why)}. <SourceLinks cells={cells} />
            <Box sx={{ color: 'text.secondary' }}>{settledBy(fact)}</Box>
            {act?.(missing)}
          </li>
        );
      })}
    </Named>
  );

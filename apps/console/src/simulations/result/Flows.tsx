import useMediaQuery from '@mui/material/useMediaQuery';
import { useCan } from '../../providers/me.ts';
import { Figure } from '../../ui/Figure.tsx';
import { outcomeWords } from '../../ui/words.ts';
import { allFlows } from '../flow-layout.ts';
import { countsWords } from './counts-words.ts';
import { FlowPicture } from './FlowPicture.tsx';
import type { ResultProps } from './Result.tsx';

/** Where convictions come from and where they go: the bands that change sides stand out from those that stay. */
export const Flows = ({ row, result }: ResultProps) => {
  const maySee = useCan('read conviction');
  const narrow = useMediaQuery('(max-width:700px)', { noSsr: true });
  const flows = allFlows(result);
  if (flows.length === 0) return null;
  return (
    <Figure
      title="From where to where"
      counts={countsWords(row)}
      table={{
        columns: ['Before', 'After', 'Convictions', 'People'],
        rows: [
          ...result.flows.map(({ from, to, convictions, people }) => [
            outcomeWords[from].word,
            from === to ? `${outcomeWords[to].word}, by another agency or order` : outcomeWords[to].word,
            convictions,
            people,
          ]),
          ...flows
            .filter(({ from, to }) => from === to)
            .map(({ from, convictions }) => [outcomeWords[from].word, 'The same', convictions, '']),
        ],
      }}
      fileName="simulation-from-and-to"
    >
      <FlowPicture flows={flows} narrow={narrow} simulation={maySee ? row.id : undefined} />
    </Figure>
  );
};

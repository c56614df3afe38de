import Box from '@mui/material/Box';
import type { Impact } from '@clearance/contract';
import { Breakdown } from './Breakdown.tsx';
import type { Dimension } from './breakdown.ts';
import { ByOutcome } from './ByOutcome.tsx';
import { Headlines } from './Headlines.tsx';
import { headlines } from './headlines.ts';
import { PeopleByRace } from './PeopleByRace.tsx';

interface ImpactFiguresProps {
  readonly impact: Impact;
  /** For publication: small figures are not told. */
  readonly publish: boolean;
}

const dimensions: readonly Dimension[] = ['section', 'severity', 'decade', 'race', 'age', 'agency'];

/** The figures: on paper, those that are read out on the first page and the pictures on the second. */
export const ImpactFigures = ({ impact, publish }: ImpactFiguresProps) => {
  const { convictions, people } = headlines(impact, publish);
  return (
    <>
      <Headlines title="People" figures={people} />
      <Headlines title="Convictions" figures={convictions} />
      <Box
        sx={{
          display: 'grid',
          gap: 2.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
          alignItems: 'start',
          '@media print': {
            gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
            gap: 1,
            breakBefore: 'page',
            // Eight pictures on one sheet.
            zoom: 0.7,
            '& figure': { padding: '8px' },
          },
        }}
      >
        <ByOutcome impact={impact} publish={publish} />
        <PeopleByRace impact={impact} publish={publish} />
        {dimensions.map((dimension) => (
          <Breakdown key={dimension} dimension={dimension} impact={impact} publish={publish} />
        ))}
      </Box>
    </>
  );
};

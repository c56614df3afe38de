import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Figure } from '../../ui/Figure.tsx';
import {
  countOf,
  counts,
  countWords,
  dimensionTable,
  dimensionWords,
  valuesOf,
  valueWords,
  type Count,
  type Dimension,
} from '../impact-words.ts';
import { countsWords } from './counts-words.ts';
import { PairBars } from './PairBars.tsx';
import type { ResultProps } from './Result.tsx';

const dimensions = Object.keys(dimensionWords) as readonly Dimension[];

/** Whom it touches: one outcome by section, severity, decade, race, age and agency, before and after. */
export const Dimensions = ({ row, result: { before, after } }: ResultProps) => {
  const [count, setCount] = useState<Count>('relief');
  const offered = counts.filter((one) => countOf(before.byOutcome, one) + countOf(after.byOutcome, one) > 0);
  return (
    <Box component="section" aria-labelledby="whom" sx={{ mt: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1.5 }}>
        <Typography variant="h2" id="whom" sx={{ flex: 1, minWidth: 200 }}>
          Whom it touches
        </Typography>
        <TextField
          select
          label="Convictions to"
          margin="none"
          value={count}
          onChange={({ target }) => setCount(target.value as Count)}
          sx={{ minWidth: 220 }}
        >
          {(offered.includes(count) ? offered : [count, ...offered]).map((one) => (
            <MenuItem key={one} value={one}>
              {countWords(one)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
        }}
      >
        {dimensions.map((dimension) => (
          <Figure
            key={dimension}
            title={dimensionWords[dimension].title}
            counts={countsWords(row, `Convictions: ${countWords(count).toLowerCase()}`)}
            table={dimensionTable(dimension, before, after)}
            fileName={`simulation-by-${dimension}`}
          >
            <PairBars
              unit="convictions"
              pairs={valuesOf(dimension, before, after)
                .map((value) => ({
                  key: value,
                  label: valueWords(dimension, value),
                  before: countOf(before.by[dimension][value], count),
                  after: countOf(after.by[dimension][value], count),
                }))
                .filter((pair) => pair.before + pair.after > 0)}
            />
          </Figure>
        ))}
      </Box>
    </Box>
  );
};

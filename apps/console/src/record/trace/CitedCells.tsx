import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PersonView } from '@clearance/contract';
import { calendarDate } from '../../ui/format.ts';
import { countyName } from '../../ui/words.ts';
import { lineHeading } from '../line-words.ts';
import { SourceCell } from '../SourceCell.tsx';
import { placesOf, type Place } from '../source-index.ts';
import type { CitedLine } from './cited-lines.ts';

interface CitedCellsProps {
  readonly lines: readonly CitedLine[];
  readonly person: PersonView;
}

/** The cells that the reasons rest on, line by line, exactly as they stand in the file of the state. */
export const CitedCells = ({ lines, person }: CitedCellsProps) => {
  const places = placesOf(person);
  return (
    <Box component="section" aria-labelledby="cited-cells" sx={{ '@media print': { breakInside: 'auto' } }}>
      <Typography variant="h3" component="h2" id="cited-cells">
        The cells that were read
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        From {person.fileName}, exactly as written there. Lines are counted from the first of{' '}
        {person.parts.length > 1 ? 'each' : 'the'} file.
      </Typography>
      {lines.map(({ line, columns }) => {
        const place = places.get(line);
        return (
          <Box key={line} sx={{ borderTop: 1, borderColor: 'divider', py: 0.75, breakInside: 'avoid' }}>
            <Box component="h3" sx={{ m: 0, fontSize: '0.875rem', fontWeight: 650 }}>
              {lineHeading(person.parts, line)}
              <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
                {place ? ` · ${stepWords(place)}` : ' · in no count of this history'}
              </Box>
            </Box>
            <Box component="dl" sx={{ m: 0 }}>
              {columns.map((column) => (
                <SourceCell key={column} line={line} column={column} value={place?.cells[column] ?? ''} named />
              ))}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
};

function stepWords({ step }: Place): string {
  const where = step.agency || 'agency not given';
  const county = step.ownCounty || step.county === '' ? '' : `, ${countyName(step.county)} County`;
  return `${calendarDate(step.date)}, ${where}${county}`;
}

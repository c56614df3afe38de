import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { flagSays, flagWord } from '../convictions/flag-words.ts';
import { useCan } from '../providers/me.ts';
import { DateText } from '../ui/DateText.tsx';
import { calendarDate } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { countyName } from '../ui/words.ts';
import { officeText } from './office-text.ts';
import type { PlacedFlag, PlacedRow } from './placed-flags.ts';
import { SourceLinks } from './SourceLinks.tsx';

/** Things a person should see beside the outcome, each with the day and the row that raised it. */
export const FlagRows = ({ flags }: { readonly flags: readonly PlacedFlag[] }) => (
  <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
    {flags.map(({ flag, rows }) => (
      <Box component="li" key={flag} sx={{ minWidth: 0 }}>
        <StatusChip word={flagWord(flag)} title={flagSays(flag)} tone="act" sign="warning" />
        {rows.map((row) => (
          <Row key={`${row.text} ${row.cells.join()}`} row={row} />
        ))}
        {rows.length === 0 ? <Box sx={{ fontSize: '0.8125rem', mt: 0.25 }}>{flagSays(flag)}.</Box> : null}
      </Box>
    ))}
  </Box>
);

const Row = ({ row: { cells, importId, place, text } }: { readonly row: PlacedRow }) => {
  const mayOpen = useCan('read import');
  const words = officeText(text);
  // A flag that is about a day is raised by that day alone.
  const said = place && words === calendarDate(place.step.date) ? '' : words;
  return (
    <Box sx={{ fontSize: '0.8125rem', mt: 0.25, overflowWrap: 'anywhere' }}>
      {place ? (
        <Box component="span" sx={said ? {} : { mr: 0.75 }}>
          <DateText value={place.step.date} />
          {place.step.ownCounty || place.step.county === '' ? '' : `, ${countyName(place.step.county)} County`}
          {said ? ': ' : ''}
        </Box>
      ) : null}
      {said ? `${said} ` : ''}
      <SourceLinks cells={cells} />
      {importId && mayOpen ? (
        <Link component={RouterLink} to={`/imports/${importId}/show`}>
          What the import says of it
        </Link>
      ) : null}
    </Box>
  );
};

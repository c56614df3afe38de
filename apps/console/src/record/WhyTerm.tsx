import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useSourceFocus } from './source-focus.tsx';
import { officeText } from './office-text.ts';
import { cellOf } from './source-index.ts';
import { SourceLinks } from './SourceLinks.tsx';
import { TruthMark } from './TruthMark.tsx';
import type { TraceTerm } from './trace-view.ts';

/** One condition: what it asks, what the record says (the value leads to its cell), the arithmetic, the answer. */
export const WhyTerm = ({ term }: { readonly term: TraceTerm }) => {
  const { show } = useSourceFocus();
  const first = term.cells.find((cell) => cellOf(cell));
  return (
    <Box
      component="li"
      sx={{ display: 'grid', gridTemplateColumns: '1fr auto', columnGap: 1.5, py: 0.5, alignItems: 'start' }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ fontSize: '0.875rem' }}>{officeText(term.label)}</Box>
        <Box sx={{ fontSize: '0.875rem', fontWeight: 600, overflowWrap: 'anywhere' }} className="figures">
          {first ? (
            <Link
              component="button"
              type="button"
              onClick={(event) => show(first, event.currentTarget)}
              sx={{ font: 'inherit', fontWeight: 600, textAlign: 'left' }}
            >
              {officeText(term.value)}
            </Link>
          ) : (
            officeText(term.value)
          )}
        </Box>
        {term.arithmetic ? (
          <Box className="figures" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
            {officeText(term.arithmetic)}
          </Box>
        ) : null}
        {term.entered?.map((says) => (
          <Box key={says} sx={{ fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
            {officeText(says)}
          </Box>
        ))}
        <SourceLinks cells={term.cells} />
      </Box>
      <TruthMark truth={term.result} of="term" />
    </Box>
  );
};

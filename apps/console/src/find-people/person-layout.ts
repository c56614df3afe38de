import type { SxProps, Theme } from '@mui/material/styles';

/**
 * One column of dense lines: who, what is decided about, what people entered, and every step of the history with its
 * counts beside it. On paper the type is small, so that an ordinary person is one page.
 */
export const onOnePage: SxProps<Theme> = {
  maxWidth: 1240,
  containerType: 'inline-size',
  '& > section': { mb: 2.5 },
  '& .person-cycle': { listStyle: 'none', m: 0, p: 0, py: 0.5, borderTop: 1, borderColor: 'divider' },
  '& .person-step': { fontSize: '0.875rem', py: '4px', display: 'grid', columnGap: 2 },
  // A count goes on further in, so that the next one is seen where one is long.
  '& .person-step li': { pl: '1em', textIndent: '-1em' },
  '@container (min-width: 760px)': {
    '& .person-step': { py: '2px', gridTemplateColumns: '96px minmax(0, 5fr) minmax(0, 12fr)' },
  },
  '@media print': {
    containerType: 'normal',
    lineHeight: 1.2,
    '& *': { fontSize: '7.5pt !important' },
    '& h1': { fontSize: '14pt !important' },
    '& h2': { fontSize: '10pt !important' },
    '& header': { mb: '4pt' },
    '& dl': { display: 'flex', flexWrap: 'wrap', gap: '2pt 14pt' },
    '& dl > div': { display: 'flex', gap: '4pt', alignItems: 'baseline' },
    // A long section that may not break would begin on a page of its own.
    '& > section': { breakInside: 'auto', mb: '6pt' },
    '& li': { pt: 0, pb: 0 },
    '& .person-cycle': { py: '1pt' },
    '& .person-step': {
      py: 0,
      gridTemplateColumns: '16mm 52mm minmax(0, 1fr)',
      columnGap: '3mm',
      breakInside: 'avoid',
    },
  },
};

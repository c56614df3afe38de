import type { SxProps, Theme } from '@mui/material/styles';

/**
 * Convictions beside the history where there is room. On paper the history runs in two columns of small type, so that an
 * ordinary person is one page.
 */
export const onOnePage: SxProps<Theme> = {
  '& .person-body': { display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' },
  '@media (min-width: 1150px)': { '& .person-body': { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)' } },
  '@media print': {
    fontSize: '8.5pt',
    lineHeight: 1.25,
    '& h1': { fontSize: '15pt' },
    '& h2': { fontSize: '10.5pt' },
    '& *': { fontSize: 'inherit' },
    '& .person-body': { display: 'block' },
    '& .person-history': { columns: 2, columnGap: '8mm' },
    // A long section that may not break would begin on a page of its own.
    '& section': { breakInside: 'auto', mb: 1 },
    '& .person-cycle': { breakInside: 'auto', mb: 0.5 },
    '& li': { pt: '1pt', pb: '1pt' },
  },
};

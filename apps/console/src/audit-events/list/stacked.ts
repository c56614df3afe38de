import type { SxProps, Theme } from '@mui/material/styles';

/**
 * Around a table whose cells carry `data-label`: on narrow screens every row becomes a small card, with the label before
 * each value. A cell with `data-label=""` stands over the rest as the card's title.
 */
export const stacked: SxProps<Theme> = {
  '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
  '& td': { verticalAlign: 'top' },
  '@media (max-width: 700px)': {
    '& thead': { display: 'none' },
    '& table, & tbody, & tr': { display: 'block' },
    '& tr': { borderBottom: 1, borderColor: 'divider', py: 1 },
    '& td': {
      display: 'flex',
      flexDirection: 'row',
      justifyContent: 'space-between',
      gap: 2,
      border: 0,
      py: '2px',
      textAlign: 'right',
      overflowWrap: 'anywhere',
    },
    '& td::before': { content: 'attr(data-label)', color: 'text.secondary', flexShrink: 0, textAlign: 'left' },
    '& td[data-label=""]': { fontWeight: 600, justifyContent: 'flex-start', textAlign: 'left' },
    '& td[data-label=""]::before': { display: 'none' },
  },
};

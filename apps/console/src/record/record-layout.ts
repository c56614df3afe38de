import type { SxProps, Theme } from '@mui/material/styles';

const stack = { display: 'grid', gap: '20px', alignContent: 'start', minWidth: 0 };

/**
 * Where the parts of a record stand, by the width that the record itself has: one column beside a list, two on a page,
 * three (who, history, why) on a wide one. On paper always one.
 */
export const recordLayout: SxProps<Theme> = {
  containerType: 'inline-size',
  '& .record-body': {
    display: 'grid',
    gap: '20px',
    gridTemplateAreas: '"who" "why" "history" "others"',
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  '& .record-who': { gridArea: 'who', ...stack },
  '& .record-why': { gridArea: 'why', ...stack },
  '& .record-history': { gridArea: 'history', ...stack },
  '& .record-others': { gridArea: 'others', ...stack },
  '@container (min-width: 760px)': {
    // The reasons stay in sight while a value shows its cell far down in the history.
    '& .record-why': {
      position: 'sticky',
      top: '16px',
      alignSelf: 'start',
      maxHeight: 'calc(100vh - 32px)',
      overflowY: 'auto',
      padding: '2px 6px 2px 2px',
    },
    '& .record-body': {
      gap: '24px 28px',
      gridTemplateAreas: '"who others" "history why"',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    },
  },
  '@container (min-width: 1000px)': {
    '& .record-body': {
      gridTemplateAreas: '"who history why" "others history why"',
      gridTemplateRows: 'auto 1fr',
      gridTemplateColumns: '190px minmax(0, 1fr) minmax(0, 1fr)',
    },
  },
  '@media print': {
    containerType: 'normal',
    '& section': { breakInside: 'auto' },
    '& .record-body': { display: 'block' },
    '& .record-body > div': { display: 'block', marginBottom: '16px' },
    '& .record-body > div > *': { marginBottom: '14px' },
  },
};

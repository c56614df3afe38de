import type { SxProps, Theme } from '@mui/material/styles';

/**
 * Black on white on paper, whatever look the screen has; words and signs carry what colours did. Bars (class `bar`)
 * keep their ground, because they are the picture.
 */
export const onPaper: SxProps<Theme> = {
  '@media print': {
    '& *:not(.bar)': {
      color: '#000 !important',
      backgroundColor: 'transparent !important',
      borderColor: '#999 !important',
    },
  },
};

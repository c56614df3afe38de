import useMediaQuery from '@mui/material/useMediaQuery';

/** Whether a record has room beside the list. */
export const useWide = (): boolean => useMediaQuery('(min-width:1100px)');

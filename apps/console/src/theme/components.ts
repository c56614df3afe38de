import type { RaThemeOptions } from 'react-admin';
import type { Look } from './tokens.ts';

/** How MUI's and react-admin's parts look here. Row heights come from the density (see `global.css`). */
export const componentsOf = (look: Look): NonNullable<RaThemeOptions['components']> => ({
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: {
      root: { fontFamily: 'inherit', '&.Mui-focusVisible': { outline: `2px solid ${look.accent}`, outlineOffset: 2 } },
    },
  },
  MuiButton: {
    // While it waits for the server a button goes on saying what it does.
    defaultProps: { disableElevation: true, variant: 'outlined', color: 'primary', loadingPosition: 'start' },
    styleOverrides: { root: { textTransform: 'none', fontWeight: 600, minHeight: 34, whiteSpace: 'nowrap' } },
  },
  MuiToggleButton: {
    styleOverrides: {
      root: {
        textTransform: 'none',
        fontWeight: 500,
        color: look.soft,
        '&.Mui-selected': { color: look.text, fontWeight: 600 },
      },
    },
  },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiCard: { styleOverrides: { root: { border: `1px solid ${look.line}`, backgroundColor: look.paper } } },
  MuiDialog: { styleOverrides: { paper: { border: `1px solid ${look.line}` } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '8px 24px 20px' } } },
  MuiDrawer: { styleOverrides: { paper: { backgroundColor: look.paper } } },
  MuiMenu: { styleOverrides: { paper: { border: `1px solid ${look.line}` } } },
  MuiTableCell: {
    styleOverrides: {
      root: {
        fontVariantNumeric: 'tabular-nums',
        borderColor: look.line,
        padding: 'var(--row-pad) 10px',
        fontSize: '0.875rem',
        // A button in a row does not make it taller than the others.
        '& .MuiButton-sizeSmall': { minHeight: 28, marginBlock: '-4px' },
      },
      head: { fontWeight: 600, color: look.soft, backgroundColor: look.paper, whiteSpace: 'nowrap' },
    },
  },
  MuiTableRow: {
    styleOverrides: {
      root: { '&.MuiTableRow-hover:hover, &:hover.RaDataTable-clickableRow': { backgroundColor: look.hover } },
    },
  },
  MuiTablePagination: { styleOverrides: { root: { fontVariantNumeric: 'tabular-nums', borderBottom: 0 } } },
  MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense' } },
  MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense' } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: { backgroundColor: look.paper },
      notchedOutline: { borderColor: look.mode === 'light' ? '#8d8576' : '#6a747d' },
    },
  },
  MuiLink: { styleOverrides: { root: { color: look.accent, textUnderlineOffset: 2 } } },
  MuiTooltip: {
    defaultProps: { arrow: true, enterDelay: 400 },
    styleOverrides: { tooltip: { fontSize: '0.8125rem', backgroundColor: look.text, color: look.page } },
  },
  MuiAlert: { styleOverrides: { root: { border: `1px solid ${look.line}`, alignItems: 'center' } } },
  MuiLinearProgress: { styleOverrides: { root: { height: 6, borderRadius: 3, backgroundColor: look.line } } },
  MuiSkeleton: { defaultProps: { animation: 'pulse' } },
  RaDatagrid: { styleOverrides: { root: { '& .RaDatagrid-headerCell': { backgroundColor: look.paper } } } },
});

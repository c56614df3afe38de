import { createTheme, ThemeProvider, useTheme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { usePrinting } from '../ui/use-printing.ts';
import { paperTheme } from './theme.ts';

const paper = createTheme(paperTheme);

/** Everything on paper is drawn in the light look on a white ground, whatever the screen shows. */
export const PaperTheme = ({ children }: { readonly children: ReactNode }) => {
  const screen = useTheme();
  return <ThemeProvider theme={usePrinting() ? paper : screen}>{children}</ThemeProvider>;
};

import type { Look } from './tokens.ts';

declare module '@mui/material/styles' {
  interface Palette {
    look: Look;
  }
  interface PaletteOptions {
    look?: Look;
  }
}

import type { RaThemeOptions } from 'react-admin';
import { componentsOf } from './components.ts';
import { dark, light, type Look } from './tokens.ts';

const family = "'Public Sans Variable', 'Public Sans', system-ui, sans-serif";

const themeOf = (look: Look): RaThemeOptions => ({
  palette: {
    mode: look.mode,
    look,
    primary: { main: look.accent, dark: look.accentOver, contrastText: look.accentInk },
    secondary: { main: look.info, contrastText: look.accentInk },
    error: { main: look.error, dark: look.errorOver, contrastText: look.accentInk },
    warning: { main: look.warning, contrastText: look.accentInk },
    success: { main: look.success, contrastText: look.accentInk },
    info: { main: look.info, contrastText: look.accentInk },
    background: { default: look.page, paper: look.paper },
    text: { primary: look.text, secondary: look.soft },
    divider: look.line,
    action: { hover: look.hover, selected: look.accentWash },
  },
  shape: { borderRadius: 5 },
  typography: {
    fontFamily: family,
    h1: { fontSize: '1.5rem', lineHeight: 1.25, fontWeight: 650, letterSpacing: '-0.01em' },
    h2: { fontSize: '1.125rem', lineHeight: 1.35, fontWeight: 650 },
    h3: { fontSize: '0.9375rem', lineHeight: 1.4, fontWeight: 650 },
    h4: { fontSize: '0.9375rem', lineHeight: 1.4, fontWeight: 650 },
    h5: { fontSize: '1.125rem', lineHeight: 1.35, fontWeight: 650 },
    h6: { fontSize: '1rem', lineHeight: 1.4, fontWeight: 650 },
    body1: { fontSize: '0.9375rem', lineHeight: 1.55 },
    body2: { fontSize: '0.875rem', lineHeight: 1.5 },
    caption: { fontSize: '0.8125rem', lineHeight: 1.45 },
    button: { fontSize: '0.875rem' },
  },
  components: componentsOf(look),
});

export const lightTheme = themeOf(light);
export const darkTheme = themeOf(dark);
/** The light look without its tinted grounds, which printers would fill with dots. */
export const paperTheme = themeOf({ ...light, page: '#ffffff', paper: '#ffffff', rail: '#ffffff', hover: '#ffffff' });

/** One status colour: a ground and what is written on it, at a contrast of 4.5 : 1 or more. */
export interface ToneColor {
  readonly ground: string;
  readonly ink: string;
  readonly edge: string;
}

/**
 * What a status means to the reader. They differ in lightness as well as in hue, so that a grey print tells them apart:
 * `done` dark ground, `stop` dark ground of another hue, `act` light amber, `wait` light accent, `plain`, `quiet` outline.
 */
export const tones = ['done', 'act', 'wait', 'stop', 'plain', 'quiet'] as const;
export type Tone = (typeof tones)[number];

/** Everything that the light and the dark look differ in. */
export interface Look {
  readonly mode: 'light' | 'dark';
  readonly page: string;
  readonly paper: string;
  readonly rail: string;
  readonly line: string;
  readonly text: string;
  readonly soft: string;
  readonly accent: string;
  readonly accentInk: string;
  /** Under the pointer, as `errorOver`: what is written on it reads as well. */
  readonly accentOver: string;
  readonly accentWash: string;
  readonly hover: string;
  readonly error: string;
  readonly errorOver: string;
  readonly warning: string;
  readonly success: string;
  readonly info: string;
  readonly tone: Readonly<Record<Tone, ToneColor>>;
  /** Shades of one hue for shares of a whole, strongest first. */
  readonly shades: readonly [string, string, string, string];
}

export const light: Look = {
  mode: 'light',
  page: '#f6f3ec',
  paper: '#fdfcf9',
  rail: '#ece7dc',
  line: '#d9d2c4',
  text: '#23211d',
  soft: '#5a554c',
  accent: '#1b5a63',
  accentInk: '#ffffff',
  accentOver: '#123f46',
  accentWash: '#dfeaea',
  hover: '#f0ece2',
  error: '#97281b',
  errorOver: '#741d12',
  warning: '#7d5100',
  success: '#28623a',
  info: '#3b5266',
  tone: {
    done: { ground: '#28623a', ink: '#ffffff', edge: '#28623a' },
    act: { ground: '#fae3b0', ink: '#553700', edge: '#d9b467' },
    wait: { ground: '#d5e6e7', ink: '#123f46', edge: '#a3c4c7' },
    stop: { ground: '#97281b', ink: '#ffffff', edge: '#97281b' },
    plain: { ground: '#e6e1d6', ink: '#3a362f', edge: '#cfc8b9' },
    quiet: { ground: 'transparent', ink: '#5a554c', edge: '#c4bcac' },
  },
  shades: ['#123f46', '#3f8089', '#8fbcc1', '#cdc6b8'],
};

export const dark: Look = {
  mode: 'dark',
  page: '#12161a',
  paper: '#191e23',
  rail: '#0d1114',
  line: '#2f373f',
  text: '#e8e6e1',
  soft: '#aab0b5',
  accent: '#83c7cf',
  accentInk: '#08262a',
  accentOver: '#a5d8de',
  accentWash: '#1a3237',
  hover: '#20262c',
  error: '#f2a093',
  errorOver: '#f7bdb4',
  warning: '#e6bd68',
  success: '#8fcc9b',
  info: '#a3bacd',
  tone: {
    done: { ground: '#8fcc9b', ink: '#0b2411', edge: '#8fcc9b' },
    act: { ground: '#4d3c13', ink: '#f7d990', edge: '#7a6225' },
    wait: { ground: '#183a40', ink: '#a9dfe5', edge: '#2c5a61' },
    stop: { ground: '#f2a093', ink: '#3b0a05', edge: '#f2a093' },
    plain: { ground: '#2c343b', ink: '#d9dcde', edge: '#434c55' },
    quiet: { ground: 'transparent', ink: '#aab0b5', edge: '#4a535c' },
  },
  shades: ['#bfe6ea', '#6fb3bb', '#36727a', '#4a525a'],
};

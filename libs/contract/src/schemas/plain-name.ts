import { z } from 'zod';

/** Everything that is not seen: control and format characters, such as those that turn the direction of writing, and line ends. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;
/** Letters of these scripts look like Latin ones. Within one name they are there to deceive. */
const LOOKS_LATIN = /(?=.*\p{Script=Latin})(?=.*[\p{Script=Cyrillic}\p{Script=Greek}])/u;

/**
 * What people, counties and things are called, and who is written to: one line without anything unseen. It is what everybody
 * reads beside a decision, so it must be what it looks like. Every such field of a body is one of these.
 */
export const plainName = (shortest: number, longest: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim().replace(/ {2,}/g, ' '))
    .pipe(
      z
        .string()
        .min(shortest)
        .max(longest)
        .refine((text) => !UNSEEN.test(text), 'holds a character that cannot be seen; type it again')
        .refine((text) => !LOOKS_LATIN.test(text), 'mixes letters of different alphabets; type it again'),
    );

/** By which two names are the same to whoever reads them: case, accents in their ways of writing, spaces and points do not count. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

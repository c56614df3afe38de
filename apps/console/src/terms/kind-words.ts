import type { DispositionMeaning } from '@clearance/contract';

interface KindWord {
  /** What a wording means, as a choice. */
  readonly choice: string;
  /** An example, for whoever hesitates. */
  readonly like: string;
  /** In a sentence: `means a conviction`. */
  readonly means: string;
}

/** What a disposition can mean, in the words of the office, in the order in which one asks. */
export const kindWords: Readonly<Record<DispositionMeaning, KindWord>> = {
  convicted: { choice: 'A conviction', like: 'convicted, found guilty, pleaded no contest', means: 'a conviction' },
  adjudicated: {
    choice: 'A finding of a juvenile court',
    like: 'petition sustained, adjudged a ward',
    means: 'a juvenile adjudication',
  },
  not_convicted: {
    choice: 'No conviction',
    like: 'dismissed, acquitted, rejected by the prosecutor',
    means: 'no conviction',
  },
  relieved: {
    choice: 'A conviction taken away later',
    like: 'set aside, vacated, dismissed under PC 1203.4',
    means: 'that a conviction was taken away',
  },
  reduced: {
    choice: 'A conviction made a lesser one later',
    like: 'reduced to a misdemeanor under PC 17(b)',
    means: 'that a conviction was made a lesser one',
  },
  pending: {
    choice: 'Not decided yet',
    like: 'continued, diversion, warrant issued',
    means: 'that nothing was decided yet',
  },
  other: {
    choice: 'Nothing about a conviction',
    like: 'probation revoked, sentence modified',
    means: 'nothing about a conviction',
  },
};

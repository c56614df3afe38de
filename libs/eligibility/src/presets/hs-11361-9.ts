import { cannabis, cultivationOrSale, possessionWithinLimits } from '../lists/cannabis.ts';
import type { Policy } from '../policy/policy.ts';
import { setAsideNote } from './set-aside-note.ts';

/** What the court orders of its own under AB 1706 where the prosecution did not challenge by 1 July 2020. */
export const hs113619: Policy = {
  name: 'hs-11361.9',
  version: '2.0.0',
  title: 'HS 11361.9: unchallenged convictions',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.9',
  scope: { statutes: 'cannabis', county: 'any' },
  lists: { cannabis, cultivation_or_sale: cultivationOrSale, possession_within_limits: possessionWithinLimits },
  rules: [
    {
      id: 'after-prop-64',
      title: 'Convicted on or after 9 November 2016: whether the state listed it must be looked up.',
      when: { term: 'convicted', compare: 'on_or_after', date: '2016-11-09' },
      then: { outcome: 'needs_review' },
      cite: 'HS 11361.9(a)',
    },
    {
      id: 'serving',
      title: 'The sentence is still being served and nobody challenged: recalled.',
      when: { term: 'sentences', are: 'serving', of: 'this_conviction' },
      then: { outcome: 'reduce', order: 'recall' },
      cite: 'HS 11361.8(a), (b); HS 11361.9',
      legalBasis: 'HS 11361.8(a), (b); HS 11361.9',
      confirm:
        'A sentence still being served is recalled, or the conviction dismissed; the court decides which. This rule asks for the recall.',
      confirmEs:
        'Una sentencia que aún se cumple se revoca, o la condena se desestima; el tribunal decide cuál. Esta regla pide la revocación.',
    },
    {
      id: 'felony-redesignated',
      title: 'A completed felony of HS 11358–11360 is a misdemeanor today: redesignated, not dismissed.',
      when: {
        all: [
          { term: 'severity', is: ['felony'] },
          { term: 'offense', in: 'cultivation_or_sale' },
          { term: 'sentences', are: 'complete', of: 'this_conviction' },
        ],
      },
      then: { outcome: 'reduce', order: 'redesignation' },
      cite: 'HS 11361.8(e), (f); HS 11358(c), 11359(b), 11360(a)(2); HS 11361.9',
      legalBasis: 'HS 11361.8(e), (f); HS 11361.9',
      confirm:
        'Six plants or fewer, and some gifts and transport, are lawful today and may be dismissed and sealed on proof of the amount, which no file shows.',
      confirmEs:
        'Seis plantas o menos, y ciertos regalos y transportes, son lícitos hoy y pueden desestimarse y sellarse si se prueba la cantidad, que ningún archivo muestra.',
    },
    {
      id: 'lawful-today',
      title: 'Possession that is lawful today for an adult of 21, with the sentence complete: dismissed and sealed.',
      when: {
        all: [
          { term: 'offense', in: 'possession_within_limits' },
          { not: { term: 'offense', in: 'cultivation_or_sale' } },
          // A misdemeanor is prosecuted within a year (PC 802); where no arrest says when, three years more are certain.
          {
            any: [
              { term: 'age_at_offense', compare: 'at_least', years: 21, within: 1 },
              { term: 'age_at_conviction', compare: 'at_least', years: 24 },
            ],
          },
          { term: 'sentences', are: 'complete', of: 'this_conviction' },
        ],
      },
      then: { outcome: 'dismiss', order: 'dismissal_and_sealing' },
      cite: 'HS 11361.8(e), (f); HS 11357(b), 11362.1(a); HS 11361.9',
      legalBasis: 'HS 11361.8(e), (f); HS 11361.9',
      confirm:
        'Where no arrest says how old the person was at the offense, 24 at the conviction is taken to mean 21 at the offense, since a felony is prosecuted within three years (PC 801).',
      confirmEs:
        'Cuando ningún arresto indica la edad de la persona al cometer el delito, 24 años en la condena se toman como 21 en el delito, porque un delito grave se procesa dentro de tres años (PC 801).',
    },
  ],
  otherwise: {
    title: 'What the conviction would be today must be judged by a person.',
    then: { outcome: 'needs_review' },
    cite: 'HS 11361.9',
    confirm:
      'Misdemeanors of HS 11358–11360, and possession by a person under 21 or above the limits, may become an infraction or stay as they are.',
    confirmEs:
      'Los delitos menores de HS 11358–11360, y la posesión por una persona menor de 21 años o por encima de los límites, pueden convertirse en infracción o quedar como están.',
  },
  ...setAsideNote,
};

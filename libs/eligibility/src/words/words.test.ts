import { describe, expect, test } from 'vitest';

import { cannabis } from '../lists/cannabis.ts';
import type { Term } from '../policy/term.ts';
import { presetNamed, presets } from '../presets/presets.ts';
import { sentences } from '../policy/sentences.ts';
import { sayTerm, wordsOf } from './say-term.ts';
import type { Language } from './words.ts';

const lists = presetNamed('la-2020')?.lists ?? {};
const priors = { term: 'convictions_in', section: 'any', per: 'count' } as const;

const terms: readonly Term[] = [
  { term: 'offense', in: 'cannabis' },
  { term: 'severity', is: ['felony'] },
  { term: 'severity', is: ['misdemeanor', 'infraction'] },
  { term: 'convicted', compare: 'before', date: '2016-11-09' },
  { term: 'convicted', compare: 'on_or_before', date: '2016-11-09' },
  { term: 'convicted', compare: 'on_or_before', yearsBeforeAsOf: 10 },
  { term: 'convicted', compare: 'before', yearsBeforeAsOf: 1 },
  { term: 'age_at_conviction', compare: 'under', years: 21 },
  { term: 'age_at_conviction', compare: 'at_most', years: 21 },
  { term: 'age_at_offense', compare: 'under', years: 21, within: 3 },
  { term: 'age_as_of', compare: 'at_least', years: 50 },
  { term: 'conviction_free', years: 10 },
  { term: 'conviction_free', years: 1, classes: ['infraction'] },
  { term: 'only_convictions_in', list: 'cannabis' },
  { ...priors, atLeast: 1, when: 'any' },
  { ...priors, atLeast: 1, when: 'earlier', classes: ['felony'], list: 'cannabis' },
  { ...priors, atLeast: 2, when: 'earlier', section: 'same', list: 'cannabis', per: 'case' },
  { term: 'among_first', most: 2, order: 'earliest', classes: ['felony'] },
  { term: 'has_conviction_in', list: 'super_strike', when: 'before' },
  { term: 'has_conviction_in', list: 'super_strike', when: 'ever' },
  { term: 'registered', when: 'before', list: 'registrable' },
  { term: 'registered', when: 'ever', list: 'registrable' },
  { term: 'sentences', are: 'complete' },
  { term: 'sentences', are: 'serving', of: 'this_conviction' },
  { term: 'sentence_ended', years: 10, parts: 'prison' },
  { term: 'deceased' },
  { term: 'agency', in: ['A', 'B'] },
  { term: 'amount', compare: 'at_most', grams: 30 },
  { term: 'case_has', list: 'cannabis', offense: 'in', counts: 'charged' },
  { term: 'case_has', list: 'cannabis', offense: 'outside', counts: 'convicted' },
  { term: 'case_has', list: 'cannabis', offense: 'in', counts: 'arrested' },
  { term: 'open_case' },
  { term: 'relieved', how: 'ended' },
  { term: 'relieved', how: 'reduced' },
  { term: 'county', in: ['YOLO'] },
  { term: 'own_county' },
  { term: 'ended_in_conviction' },
];

function said(language: Language): string[] {
  return terms.map((term) => {
    const [yes, opposite] = [false, true].map((negated) =>
      sayTerm(term, wordsOf(language), { negated, lists, inFull: true }),
    );
    return `${yes ?? ''} | ${opposite ?? ''}`;
  });
}

test('says every term and its opposite in plain English', () => {
  expect(said('en')).toMatchInlineSnapshot(`
    [
      "the offense is one of the cannabis offenses (HS 11357–11360) | the offense is not one of the cannabis offenses (HS 11357–11360)",
      "the conviction is a felony | the conviction is a misdemeanor or infraction",
      "the conviction is a misdemeanor or infraction | the conviction is a felony",
      "the person was convicted before November 9, 2016 | the person was convicted on or after November 9, 2016",
      "the person was convicted on or before November 9, 2016 | the person was convicted after November 9, 2016",
      "the person was convicted at least 10 years before the as-of date | the person was convicted less than 10 years before the as-of date",
      "the person was convicted more than 1 year before the as-of date | the person was convicted at most 1 year before the as-of date",
      "the person was under 21 at conviction | the person was 21 or older at conviction",
      "the conviction was on or before the person's 21st birthday | the conviction was after the person's 21st birthday",
      "the person was under 21 at the offense, taken to be at most 3 years before the arrest | the person was 21 or older at the offense, taken to be at most 3 years before the arrest",
      "the person is 50 or older on the as-of date | the person is under 50 on the as-of date",
      "the person has no conviction in the 10 years before the as-of date | the person has a conviction in the 10 years before the as-of date",
      "the person has no infraction conviction in the year before the as-of date | the person has an infraction conviction in the year before the as-of date",
      "every conviction on record is one of the cannabis offenses (HS 11357–11360) | a conviction on record is not one of the cannabis offenses (HS 11357–11360)",
      "the person has another conviction | the person has no other conviction",
      "the person has an earlier felony conviction for one of the cannabis offenses (HS 11357–11360) | the person has no earlier felony conviction for one of the cannabis offenses (HS 11357–11360)",
      "the person has at least 2 earlier convictions of the same section among the cannabis offenses (HS 11357–11360), counting a case once | the person has fewer than 2 earlier convictions of the same section among the cannabis offenses (HS 11357–11360), counting a case once",
      "this is among the 2 earliest felony convictions of the person | this is not among the 2 earliest felony convictions of the person",
      "the person has an earlier conviction for one of the super-strikes (PC 667(e)(2)(C)(iv)) | the person has no earlier conviction for one of the super-strikes (PC 667(e)(2)(C)(iv))",
      "the person has another conviction for one of the super-strikes (PC 667(e)(2)(C)(iv)) | the person has no other conviction for one of the super-strikes (PC 667(e)(2)(C)(iv))",
      "the person was registered under PC 290 before this conviction | the person was not registered under PC 290 before this conviction",
      "the person is registered under PC 290 | the person is not registered under PC 290",
      "every sentence on record is complete | a sentence is still being served",
      "the sentence of this conviction is still being served | the sentence of this conviction is complete",
      "any time in prison for this conviction ended at least 10 years before the as-of date | any time in prison for this conviction ended less than 10 years before the as-of date, or has not ended",
      "the person is recorded as deceased | the person is not recorded as deceased",
      "the prosecutor is A or B | the prosecutor is not A or B",
      "the amount was at most 30 grams | the amount was more than 30 grams",
      "another charge in the case is one of the cannabis offenses (HS 11357–11360) | no other charge in the case is one of the cannabis offenses (HS 11357–11360)",
      "another conviction in the case is not one of the cannabis offenses (HS 11357–11360) | every other conviction in the case is one of the cannabis offenses (HS 11357–11360)",
      "another charge in the case or its arrest is one of the cannabis offenses (HS 11357–11360) | no other charge in the case or its arrest is one of the cannabis offenses (HS 11357–11360)",
      "the person has an open case | the person has no open case",
      "a later order took the conviction away | the conviction still stands",
      "the conviction was reduced | the conviction was not reduced",
      "the court is in YOLO | the court is outside YOLO",
      "the court is in this county | the court is in another county",
      "the count ended in a conviction | the count did not end in a conviction",
    ]
  `);
});

test('says every term and its opposite in plain Spanish', () => {
  expect(said('es')).toMatchInlineSnapshot(`
    [
      "el delito es uno de los delitos de cannabis (HS 11357–11360) | el delito no es uno de los delitos de cannabis (HS 11357–11360)",
      "la condena es por delito grave | la condena es por delito menor o infracción",
      "la condena es por delito menor o infracción | la condena es por delito grave",
      "la persona fue condenada antes del 9 de noviembre de 2016 | la persona fue condenada el 9 de noviembre de 2016 o después",
      "la persona fue condenada el 9 de noviembre de 2016 o antes | la persona fue condenada después del 9 de noviembre de 2016",
      "la persona fue condenada al menos 10 años antes de la fecha de referencia | la persona fue condenada menos de 10 años antes de la fecha de referencia",
      "la persona fue condenada más de 1 año antes de la fecha de referencia | la persona fue condenada como máximo 1 año antes de la fecha de referencia",
      "la persona tenía menos de 21 años al ser condenada | la persona tenía 21 años o más al ser condenada",
      "la condena fue el día en que la persona cumplía 21 años o antes | la condena fue después del día en que la persona cumplía 21 años",
      "la persona tenía menos de 21 años al cometer el delito, que se toma como cometido a lo sumo 3 años antes del arresto | la persona tenía 21 años o más al cometer el delito, que se toma como cometido a lo sumo 3 años antes del arresto",
      "la persona tiene 50 años o más en la fecha de referencia | la persona tiene menos de 50 años en la fecha de referencia",
      "la persona no tiene condenas en los 10 años anteriores a la fecha de referencia | la persona tiene una condena en los 10 años anteriores a la fecha de referencia",
      "la persona no tiene condenas por infracción en el año anterior a la fecha de referencia | la persona tiene una condena por infracción en el año anterior a la fecha de referencia",
      "todas las condenas del expediente son por alguno de los delitos de cannabis (HS 11357–11360) | alguna condena del expediente no es por uno de los delitos de cannabis (HS 11357–11360)",
      "la persona tiene otra condena | la persona no tiene ninguna otra condena",
      "la persona tiene una condena anterior por delito grave, por alguno de los delitos de cannabis (HS 11357–11360) | la persona no tiene ninguna condena anterior por delito grave, por alguno de los delitos de cannabis (HS 11357–11360)",
      "la persona tiene al menos 2 condenas anteriores del mismo artículo, por alguno de los delitos de cannabis (HS 11357–11360), contando cada caso una vez | la persona tiene menos de 2 condenas anteriores del mismo artículo, por alguno de los delitos de cannabis (HS 11357–11360), contando cada caso una vez",
      "esta condena está entre las 2 primeras de la persona por delito grave | esta condena no está entre las 2 primeras de la persona por delito grave",
      "la persona tiene una condena anterior por alguno de los delitos «super-strike» (PC 667(e)(2)(C)(iv)) | la persona no tiene ninguna condena anterior por alguno de los delitos «super-strike» (PC 667(e)(2)(C)(iv))",
      "la persona tiene otra condena por alguno de los delitos «super-strike» (PC 667(e)(2)(C)(iv)) | la persona no tiene ninguna otra condena por alguno de los delitos «super-strike» (PC 667(e)(2)(C)(iv))",
      "la persona estaba inscrita según PC 290 antes de esta condena | la persona no estaba inscrita según PC 290 antes de esta condena",
      "la persona está inscrita según PC 290 | la persona no está inscrita según PC 290",
      "todas las penas del expediente están cumplidas | alguna pena se está cumpliendo todavía",
      "la pena de esta condena se está cumpliendo todavía | la pena de esta condena está cumplida",
      "el tiempo en prisión por esta condena terminó al menos 10 años antes de la fecha de referencia | el tiempo en prisión por esta condena terminó menos de 10 años antes de la fecha de referencia, o no ha terminado",
      "la persona consta como fallecida | la persona no consta como fallecida",
      "la fiscalía es A o B | la fiscalía no es A o B",
      "la cantidad era de como máximo 30 gramos | la cantidad era de más de 30 gramos",
      "otro cargo del caso es por uno de los delitos de cannabis (HS 11357–11360) | ningún otro cargo del caso es por uno de los delitos de cannabis (HS 11357–11360)",
      "otra condena del caso no es por uno de los delitos de cannabis (HS 11357–11360) | todas las otras condenas del caso son por alguno de los delitos de cannabis (HS 11357–11360)",
      "otro cargo del caso o de su arresto es por uno de los delitos de cannabis (HS 11357–11360) | ningún otro cargo del caso o de su arresto es por uno de los delitos de cannabis (HS 11357–11360)",
      "la persona tiene un caso abierto | la persona no tiene ningún caso abierto",
      "una orden posterior dejó la condena sin efecto | la condena sigue en pie",
      "la condena fue reducida | la condena no fue reducida",
      "el tribunal está en YOLO | el tribunal está fuera de YOLO",
      "el tribunal es de este condado | el tribunal es de otro condado",
      "el cargo terminó en condena | el cargo no terminó en condena",
    ]
  `);
});

test('never says a "not" of a "not"', () => {
  for (const one of [...said('en'), ...said('es')].flatMap((both) => both.split(' | '))) {
    expect(one.match(/\b(not|no|none|nothing)\b/gi)?.length ?? 0, one).toBeLessThan(3);
    expect(one).not.toMatch(/\bnot\b.*\b(not|no|none)\b/);
  }
});

describe.each(presets.map((policy) => ({ name: policy.name, policy })))('$name', ({ policy }) => {
  test('reads as whole sentences in both languages, with no English left in the Spanish', () => {
    for (const { sentence } of sentences(policy, 'en')) expect(sentence).toMatch(/^[A-Z].*[^ ]\.$/);
    for (const { sentence } of sentences(policy, 'es')) {
      expect(sentence).toMatch(/^[A-Z].*[^ ]\.$/);
      expect(sentence).not.toMatch(/\b(the|when|conviction|offenses?|of)\b/);
    }
  });
});

test('gives a list that has no Spanish title its own, and one that is not there its name', () => {
  const { titleEs: _titleEs, ...mine } = cannabis;
  const say = (name: string) =>
    sayTerm({ term: 'offense', in: name }, wordsOf('es'), { negated: false, lists: { mine }, inFull: true });
  expect(say('mine')).toBe('el delito es uno de los cannabis offenses (HS 11357–11360)');
  expect(say('yours')).toBe('el delito es uno de los yours');
});

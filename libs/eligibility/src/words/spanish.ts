import type { AgeComparator, DateComparator, Severity } from '../policy/term.ts';
import { severities } from '../policy/term.ts';
import type { Saying, TermWords, Words } from './words.ts';
import { joined, titleOf } from './words.ts';

const MONTHS = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio'],
  ...['agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
];

function day(date: string): string {
  return `${Number(date.slice(8))} de ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} de ${date.slice(0, 4)}`;
}

function years(many: number): string {
  return `${many} ${many === 1 ? 'año' : 'años'}`;
}

function inTheYears(many: number): string {
  return many === 1 ? 'en el año anterior' : `en los ${many} años anteriores`;
}

function list(saying: Saying, name: string): string {
  return titleOf(saying, name, 'es');
}

const SEVERITY: Readonly<Record<Severity, string>> = {
  felony: 'delito grave',
  misdemeanor: 'delito menor',
  infraction: 'infracción',
};

/** ` por delito grave o delito menor`, with the blank before it; nothing for all classes. */
function classes(of: readonly Severity[] | undefined): string {
  return of
    ? ` por ${joined(
        of.map((each) => SEVERITY[each]),
        'o',
      )}`
    : '';
}

const OPPOSITE_AGE: Readonly<Record<AgeComparator, AgeComparator>> = {
  under: 'at_least',
  at_least: 'under',
  at_most: 'over',
  over: 'at_most',
};

/** @param was what the person had or has of years; and what came before or after a birthday */
function age(
  was: { readonly aged: string; readonly happened: string; readonly when: string },
  { compare, years: limit }: { readonly compare: AgeComparator; readonly years: number },
  { negated }: Saying,
): string {
  switch (negated ? OPPOSITE_AGE[compare] : compare) {
    case 'under':
      return `${was.aged} menos de ${years(limit)} ${was.when}`;
    case 'at_least':
      return `${was.aged} ${years(limit)} o más ${was.when}`;
    case 'at_most':
      return `${was.happened} el día en que la persona cumplía ${years(limit)} o antes`;
    case 'over':
      return `${was.happened} después del día en que la persona cumplía ${years(limit)}`;
  }
}

const AT_CONVICTION = { aged: 'la persona tenía', happened: 'la condena fue', when: 'al ser condenada' };
const AT_OFFENSE = { aged: 'la persona tenía', happened: 'el delito fue', when: 'al cometer el delito' };
const AS_OF = { aged: 'la persona tiene', happened: 'la fecha de referencia es', when: 'en la fecha de referencia' };

const OPPOSITE_DATE: Readonly<Record<DateComparator, DateComparator>> = {
  before: 'on_or_after',
  on_or_after: 'before',
  after: 'on_or_before',
  on_or_before: 'after',
};
const DATE: Readonly<Record<DateComparator, (date: string) => string>> = {
  before: (date) => `antes del ${date}`,
  on_or_before: (date) => `el ${date} o antes`,
  after: (date) => `después del ${date}`,
  on_or_after: (date) => `el ${date} o después`,
};
const YEARS_BEFORE: Readonly<Record<DateComparator, (span: string) => string>> = {
  before: (span) => `más de ${span}`,
  on_or_before: (span) => `al menos ${span}`,
  after: (span) => `menos de ${span}`,
  on_or_after: (span) => `como máximo ${span}`,
};

const terms: TermWords = {
  offense: (term, saying) => `el delito ${saying.negated ? 'no ' : ''}es uno de los ${list(saying, term.in)}`,
  severity(term, { negated }) {
    const named = negated ? severities.filter((each) => !term.is.includes(each)) : term.is;
    if (named.length === 0) return 'la condena no es de ninguna gravedad conocida';
    return `la condena es${classes(named)}`;
  },
  convicted(term, { negated }) {
    const compare = negated ? OPPOSITE_DATE[term.compare] : term.compare;
    if (term.date !== undefined) return `la persona fue condenada ${DATE[compare](day(term.date))}`;
    return `la persona fue condenada ${YEARS_BEFORE[compare](years(term.yearsBeforeAsOf ?? 0))} antes de la fecha de referencia`;
  },
  age_at_conviction: (term, saying) => age(AT_CONVICTION, term, saying),
  age_at_offense(term, saying) {
    const within =
      term.within === undefined ? '' : `, que se toma como cometido a lo sumo ${years(term.within)} antes del arresto`;
    return age(AT_OFFENSE, term, saying) + within;
  },
  age_as_of: (term, saying) => age(AS_OF, term, saying),
  conviction_free: (term, { negated }) =>
    `la persona ${negated ? 'tiene una condena' : 'no tiene condenas'}${classes(term.classes)} ${inTheYears(term.years)} a la fecha de referencia`,
  only_convictions_in: (term, saying) =>
    saying.negated
      ? `alguna condena del expediente no es por uno de los ${list(saying, term.list)}`
      : `todas las condenas del expediente son por alguno de los ${list(saying, term.list)}`,
  convictions_in(term, saying) {
    const isOne = term.atLeast === 1;
    const which = isOne
      ? `${term.when === 'earlier' ? 'condena anterior' : 'otra condena'}${classes(term.classes)}`
      : `${term.when === 'earlier' ? 'condenas anteriores' : 'otras condenas'}${classes(term.classes)}`;
    const section = term.section === 'same' ? ' del mismo artículo' : '';
    const among = term.list === undefined ? '' : `, por alguno de los ${list(saying, term.list)}`;
    const per = term.per === 'case' && !isOne ? ', contando cada caso una vez' : '';
    if (isOne) {
      const has = saying.negated ? 'no tiene ninguna' : term.when === 'earlier' ? 'tiene una' : 'tiene';
      return `la persona ${has} ${which}${section}${among}`;
    }
    const many = saying.negated ? 'menos de' : 'al menos';
    return `la persona tiene ${many} ${term.atLeast} ${which}${section}${among}${per}`;
  },
  among_first(term, saying) {
    const among = term.list === undefined ? '' : `, por alguno de los ${list(saying, term.list)}`;
    const order = term.order === 'earliest' ? 'primeras' : 'últimas';
    return `esta condena ${saying.negated ? 'no ' : ''}está entre las ${term.most} ${order} de la persona${classes(term.classes)}${among}`;
  },
  has_conviction_in(term, saying) {
    const which = term.when === 'before' ? 'condena anterior' : 'otra condena';
    const has = saying.negated ? `no tiene ninguna ${which}` : `tiene ${term.when === 'before' ? 'una ' : ''}${which}`;
    return `la persona ${has} por alguno de los ${list(saying, term.list)}`;
  },
  registered: (term, { negated }) =>
    term.when === 'before'
      ? `la persona ${negated ? 'no ' : ''}estaba inscrita según PC 290 antes de esta condena`
      : `la persona ${negated ? 'no ' : ''}está inscrita según PC 290`,
  sentences(term, { negated }) {
    const complete = (term.are === 'complete') !== negated;
    if (term.of !== 'this_conviction') {
      return complete ? 'todas las penas del expediente están cumplidas' : 'alguna pena se está cumpliendo todavía';
    }
    return complete ? 'la pena de esta condena está cumplida' : 'la pena de esta condena se está cumpliendo todavía';
  },
  sentence_ended(term, { negated }) {
    const what = term.parts === 'prison' ? 'el tiempo en prisión por esta condena' : 'la pena de esta condena';
    const before = `${years(term.years)} antes de la fecha de referencia`;
    return `${what} terminó ${negated ? `menos de ${before}, o no ha terminado` : `al menos ${before}`}`;
  },
  deceased: (_term, { negated }) => `la persona ${negated ? 'no ' : ''}consta como fallecida`,
  agency: (term, { negated }) => `la fiscalía ${negated ? 'no ' : ''}es ${joined(term.in, 'o')}`,
  amount(term, { negated }) {
    const isAtMost = (term.compare === 'at_most') !== negated;
    return `la cantidad era de ${isAtMost ? 'como máximo' : 'más de'} ${term.grams} gramos`;
  },
  case_has(term, saying) {
    const isConviction = term.counts === 'convicted';
    const what = isConviction ? 'otra condena' : 'otro cargo';
    const where = term.counts === 'arrested' ? 'del caso o de su arresto' : 'del caso';
    const title = list(saying, term.list);
    if (!saying.negated) return `${what} ${where} ${term.offense === 'in' ? '' : 'no '}es por uno de los ${title}`;
    if (term.offense === 'in')
      return `${isConviction ? 'ninguna' : 'ningún'} ${what} ${where} es por uno de los ${title}`;
    const every = isConviction ? 'todas las otras condenas' : 'todos los otros cargos';
    return `${every} ${where} son por alguno de los ${title}`;
  },
  open_case: (_term, { negated }) => `la persona ${negated ? 'no tiene ningún' : 'tiene un'} caso abierto`,
  relieved(term, { negated }) {
    if (term.how === 'ended')
      return negated ? 'la condena sigue en pie' : 'una orden posterior dejó la condena sin efecto';
    const done = {
      set_aside: 'dejada sin efecto según PC 1203.4',
      erased: 'anulada o desestimada definitivamente',
      reduced: 'reducida',
    };
    return `la condena ${negated ? 'no ' : ''}fue ${done[term.how]}`;
  },
  county: (term, { negated }) => `el tribunal está ${negated ? 'fuera de' : 'en'} ${joined(term.in, 'o')}`,
  own_county: (_term, { negated }) => `el tribunal es de ${negated ? 'otro' : 'este'} condado`,
  ended_in_conviction: (_term, { negated }) => `el cargo ${negated ? 'no ' : ''}terminó en condena`,
};

export const spanish: Words = {
  terms,
  outcomes: {
    dismiss: 'Desestimar',
    reduce: 'Reducir',
    not_eligible: 'No cumple los requisitos',
    needs_review: 'Lo revisa una persona',
    refer: 'Remitir a la fiscalía competente',
    out_of_scope: 'Fuera del alcance',
  },
  orders: {
    dismissal: '',
    dismissal_and_sealing: ' y sellar',
    recall: ' revocando la pena',
    redesignation: ' cambiando la calificación de la condena',
  },
  or: 'o',
  and: 'y',
  when: (consequence, condition) => `${consequence} cuando ${condition}`,
  inEveryCase: (consequence) => `${consequence} en todos los casos`,
  inEveryOtherCase: (consequence) => `${consequence} en todos los demás casos`,
  referTo: (agency) => `Remitir a ${agency}`,
  neverHolds: 'no puede darse nunca',
  whereUnknown: (countsAs) => ` (si no se sabe, cuenta como ${countsAs ? 'cierto' : 'no cierto'})`,
  toConfirm: ({ confirm, confirmEs = confirm }) => (confirm === undefined ? undefined : `Por confirmar: ${confirmEs}`),
  setAside: {
    out_of_scope: 'Una condena dejada sin efecto según PC 1203.4 queda fuera del alcance',
    in_scope: 'Una condena dejada sin efecto según PC 1203.4 sigue dentro del alcance',
  },
  inForce(from, to) {
    if (from === undefined && to === undefined) return '';
    const begin = from === undefined ? '' : ` desde el ${day(from)}`;
    return ` (en vigor${begin}${to === undefined ? '' : ` hasta el ${day(to)}`})`;
  },
};

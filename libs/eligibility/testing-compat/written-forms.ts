/**
 * The lists of the old tools as their documentation writes them: `…` stands for any characters or none, `[ ]` for what may
 * be missing, `|` for or, `d` for a digit. Parentheses are literal, but for those right after a dot.
 */
export const superStrikeForms: readonly string[] = [
  ...['37 PC', '128 PC', '187 PC', '188 PC', '189[.1|.5] PC', '190[.d|.dd][(…)] PC', '191[.5] PC', '205 PC', '207 PC'],
  ...['209[.5] PC', '217.1 PC', '218 PC', '219 PC', '220 PC', '245(D)(3) PC', '261[(…)] PC', '262[(…)] PC', '264.1 PC'],
  ...['269 PC', '273AB[(…)] PC', '286 PC', '286(C)(1|2|3)[(A|B|C)] PC', '286(D)(1|2|3) PC', '287 PC', '288 PC'],
  ...['288(A) PC', '288(B)(1|2) PC', '288A PC', '288A(D) PC', '288A(C)(1) PC', '288A(C)(2)(A|B|C) PC', '288.5[(A)] PC'],
  ...['289 PC', '289(J) PC', '289(A)(1)(A|B|C) PC', '289(A)(2)(C) PC', '451.5 PC', '653F PC', '667.(61|7|71) PC'],
  ...['4500 PC', '11418(A)(1) PC', '11418(B)(1|2) PC', '12308 PC', '12310 PC', '18745 PC', '18755 PC', '1672(A) MV'],
];

/** What the gang enhancement makes a super-strike of. */
export const gangOffenses = ['136.1', '215', '213(A)(1)(A)', '246', '519', '12022.55'];
export const gangForm = '186.22(B)(4)';

export const registrableForms: readonly string[] = [
  ...['236.1(B|C)… PC', '243.4… PC', '261 PC', '262(A)[(1)] PC', '264.1 PC', '264.1(… PC', '266 PC', '266C PC'],
  ...['266H(B)… PC', '266I(B)… PC', '266J PC', '267 PC', '269 PC', '272 PC', '285 PC', '287 PC', '288 PC', '288A… PC'],
  ...['288.(2|3|4|5|7)… PC', '311.1… PC', '311.2(B|C|D) PC', '311.(3|4|10|11)… PC', '314(1|2) PC', '451.5 PC'],
  ...['647.6… PC', '647A… PC', '653F(B|C) PC'],
];

/** Those that the forms above cannot say. */
export function isRegistrableOtherwise(text: string): boolean {
  return [...text].some((_, at) => {
    const rest = text.slice(at);
    const number = rest.slice(0, 3);
    const after = rest.slice(3);
    if (number === '261' || number === '269') return /^[(.A-Za-z]/.test(after) && after.slice(1).includes(' PC');
    if (number !== '286' && number !== '289') return false;
    const end = after.indexOf(' PC');
    return end >= 0 && !after.slice(0, end).includes('.');
  });
}

/** Whether a text contains a form: every way of writing the form out is tried at every place of the text. */
export function contains(text: string, form: string): boolean {
  for (let at = 0; at < text.length; at++) {
    for (const way of waysOf(form)) if (beginsWith(text, at, way)) return true;
  }
  return false;
}

const written = new Map<string, string[]>();

function waysOf(form: string): string[] {
  let ways = written.get(form);
  if (!ways) written.set(form, (ways = writeOut(form)));
  return ways;
}

/** `189[.1|.5] PC` is `189 PC`, `189.1 PC`, `189.5 PC`; `…` and `d` stay, for `beginsWith`. */
function writeOut(form: string): string[] {
  const optional = /\[([^\]]*)\]/.exec(form);
  if (optional) {
    const [all, inside = ''] = optional;
    // `[(A|B|C)]` chooses within its parentheses; `[.d|.dd]` between its halves.
    const choices = inside.startsWith('(') ? [inside] : inside.split('|');
    return ['', ...choices].flatMap((choice) => writeOut(form.replace(all, choice)));
  }
  const choice = /\(([^()]*\|[^()]*)\)/.exec(form);
  if (!choice) return [form];
  const isGrouping = form[choice.index - 1] === '.';
  return (choice[1] ?? '')
    .split('|')
    .flatMap((one) => writeOut(form.replace(choice[0], isGrouping ? one : `(${one})`)));
}

function beginsWith(text: string, at: number, way: string): boolean {
  if (way === '') return true;
  const [first] = way;
  const rest = way.slice(1);
  if (first === '…') {
    for (let next = at; next <= text.length; next++) if (beginsWith(text, next, rest)) return true;
    return false;
  }
  const character = text[at];
  if (character === undefined) return false;
  const fits = first === 'd' ? character >= '0' && character <= '9' : character === first;
  return fits && beginsWith(text, at + 1, rest);
}

/** Number and code with any blanks between them, anywhere in the text. */
const relatedForms = [
  ...['647(f) PC', '602 PC', '466 PC', '148.9 PC', '148 PC', '11364 HS', '11550 HS'],
  ...['4140 BP', '4149 BP', '4060 BP', '40508 VC'],
];

export function isModelRelated(text: string): boolean {
  for (const form of relatedForms) {
    const [number = '', code = ''] = form.split(' ');
    for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
      let end = at + number.length;
      while ('\t\n\f\r '.includes(text[end] ?? 'end')) end++;
      if (text.startsWith(code, end)) return true;
    }
  }
  // PC 1320 is followed by something that is no digit and no point, and by nothing with a point up to its code.
  for (let at = text.indexOf('1320'); at >= 0; at = text.indexOf('1320', at + 1)) {
    const rest = text.slice(at + 4);
    const next = rest[0] ?? '';
    const code = rest.indexOf('PC', 1);
    if (next === '' || '.0123456789'.includes(next) || code < 0) continue;
    if (!rest.slice(1, code).includes('.')) return true;
  }
  return false;
}

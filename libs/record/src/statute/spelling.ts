/** What agencies write of a code, so that one spelling is left. Order matters: the longer first. */
const CODES: readonly (readonly [RegExp, string])[] = [
  [/(?<!(?<!\d)[A-Z])HEALTH *(?:AND|&|\/)? *SAFETY(?: +CODE)?(?![A-Z])/g, ' HS '],
  [/(?<!(?<!\d)[A-Z])PENAL +CODE(?![A-Z])/g, ' PC '],
  [/(?<!(?<!\d)[A-Z])VEHICLE +CODE(?![A-Z])/g, ' VC '],
  [/(?<!(?<!\d)[A-Z])BUSINESS *(?:AND|&|\/)? *PROFESSIONS?(?: +CODE)?(?![A-Z])/g, ' BP '],
  [/(?<!(?<!\d)[A-Z])WELFARE *(?:AND|&|\/)? *INSTITUTIONS?(?: +CODE)?(?![A-Z])/g, ' WI '],
  [/(?<!(?<!\d)[A-Z])H *[&/7] *SC?(?![A-Z])/g, ' HS '],
  [/(?<!(?<!\d)[A-Z])H *AND *S(?![A-Z])/g, ' HS '],
  [/(?<!(?<!\d)[A-Z])H\. ?(?:& ?)?S\.?(?: ?C\.?)?(?![A-Z])/g, ' HS '],
  [/(?<=\d[A-H]?\)? ?)H[ -]S(?![A-Z])/g, ' HS '],
  [/(?<!(?<!\d)[A-Z])(?:C\. ?)?P\. ?C\.?(?![A-Z])/g, ' PC '],
  [/(?<=\d[A-H]?\)? ?)P[ -]C(?![A-Z])/g, ' PC '],
  [/(?<!(?<!\d)[A-Z])(?:C\. ?)?V\. ?C\.?(?![A-Z])/g, ' VC '],
  [/(?<!(?<!\d)[A-Z])B *[&/] *PC?(?![A-Z])/g, ' BP '],
  [/(?<!(?<!\d)[A-Z])B\. ?(?:& ?)?P\.?(?: ?C\.?)?(?![A-Z])/g, ' BP '],
  [/(?<!(?<!\d)[A-Z])W *[&/] *IC?(?![A-Z])/g, ' WI '],
  [/(?<!(?<!\d)[A-Z])W\. ?(?:& ?)?I\.?(?: ?C\.?)?(?![A-Z])/g, ' WI '],
  [/\( *(HSC?|C?PC|C?VC|BPC?|WIC?|MVC?) *\)/g, ' $1 '],
];

/** Only a text with one of these can hold a code in another spelling than two or three letters. */
const MAY_NEED = /[&./7(-]|CODE|SAFETY|\bAND\b|[HP] [SC]/;

/** `245D3` and `11418A1`: subdivisions without their parentheses. */
const SUBDIVIDED = /(?<![\d.])(\d{3,5}(?:\.\d{1,3})?)([A-H])([1-9])(?=[^\dA-Z.]|$|HS|PC)/g;

/** PC 653f right behind another section; its letter would be taken for that of both. */
const SOLICITING_BEHIND = /(?<=[\d)])\.?653F/g;

/** The text, in capitals, with one spelling for each code of law. */
export function spelledOut(text: string): string {
  const apart = text.replace(SUBDIVIDED, '$1($2)($3)').replace(SOLICITING_BEHIND, '/653F');
  if (!MAY_NEED.test(apart)) return apart;
  return CODES.reduce((spelled, [form, code]) => spelled.replace(form, code), apart);
}

const LETTER_IN_NUMBER =
  /(?<=\d)[OQ](?=\d|[A-H]?(?:[^A-Z]|$|[HPV]))|(?<=\d)[IL](?=\d)|(?<![A-Z\d])[IL](?=\d{3,4}(?!\d))|(?<=\d)S(?=\d)/g;
const DIGITS: Readonly<Record<string, string>> = { O: '0', Q: '0', S: '5' };

/** The text with digits for the letters that stand for them inside numbers (`1136O`, `I1359`). */
export function digitsForLetters(text: string): string {
  return text.replace(LETTER_IN_NUMBER, (letter) => DIGITS[letter] ?? '1');
}

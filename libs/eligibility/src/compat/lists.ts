/**
 * The lists of the old tools, as patterns that a section text need only contain. That misses `187(A) PC` and hits
 * `537 PC`: what an office got then is reproduced, mistakes included. The product's own lists are in `lists/`.
 */
const GANG = String.raw`186\.22\(B\)\(4\)`;
const ENHANCEABLE = String.raw`(?:136\.1|215|213\(A\)\(1\)\(A\)|246|519|12022\.55)`;

const SUPER_STRIKE = [
  ...['37', '128', '187', '188', String.raw`189(?:\.[15])?`, String.raw`190(?:\.\d{1,2})?(?:\(.*\))?`],
  ...[String.raw`191(?:\.5)?`, '205', '207', String.raw`209(?:\.5)?`, String.raw`217\.1`, '218', '219', '220'],
  ...[String.raw`245\(D\)\(3\)`, String.raw`261(?:\(.*\))?`, String.raw`262(?:\(.*\))?`, String.raw`264\.1`, '269'],
  ...[String.raw`273AB(?:\(.*\))?`, String.raw`286(?:\(C\)\([123]\)(?:\([ABC]\))?|\(D\)\([123]\))?`, '287'],
  ...[String.raw`288(?:\(A\)|\(B\)\([12]\))?`, String.raw`288A(?:\(D\)|\(C\)\(1\)|\(C\)\(2\)\([ABC]\))?`],
  ...[String.raw`288\.5(?:\(A\))?`, String.raw`289(?:\(J\)|\(A\)\(1\)\([ABC]\)|\(A\)\(2\)\(C\))?`, String.raw`451\.5`],
  ...['653F', String.raw`667\.(?:61|7|71)`, '4500', String.raw`11418(?:\(A\)\(1\)|\(B\)\([12]\))`],
  ...['12308', '12310', '18745', '18755', `${ENHANCEABLE}.*${GANG}`, `${GANG}.*${ENHANCEABLE}`],
];

const REGISTRABLE = [
  ...[String.raw`236\.1\([BC]\).*`, String.raw`243\.4.*`, String.raw`261(?:[(.A-Za-z].*)?`],
  ...[String.raw`262\(A\)(?:\(1\))?`, String.raw`264\.1(?:\(.*)?`, '266', '266C', String.raw`266H\(B\).*`],
  ...[String.raw`266I\(B\).*`, '266J', '267', '269(?:[(.A-Za-z].*)?', '272', '285', '287', '286[^.]*', '288'],
  ...['288A.*', String.raw`288\.[23457].*`, '289[^.]*', String.raw`311\.1.*`, String.raw`311\.2\([BCD]\)`],
  ...[String.raw`311\.(?:[34]|10|11).*`, String.raw`314\([12]\)`, String.raw`451\.5`, String.raw`647\.6.*`],
  ...['647A.*', String.raw`653F\([BC]\)`],
];

/** Nearly every text is settled by this: nothing of the lists is without one of these codes. */
const IN_CODE = / PC| MV/;

export const superStrike = new RegExp(`(?:${SUPER_STRIKE.join('|')}) PC|${String.raw`1672\(A\) MV`}`, 's');
export const registrable = new RegExp(`(?:${REGISTRABLE.join('|')}) PC`, 's');
/** The two halves of a pair that only the pilot put together when they stood in two counts of one case. */
export const gangEnhancement = new RegExp(`${GANG} PC`);
export const enhanceable = new RegExp(`${ENHANCEABLE} PC`);

export interface Listed {
  readonly superStrike: boolean;
  readonly registrable: boolean;
  readonly gangEnhancement: boolean;
  readonly enhanceable: boolean;
}

const NOWHERE: Listed = { superStrike: false, registrable: false, gangEnhancement: false, enhanceable: false };

export function listed(text: string): Listed {
  if (!IN_CODE.test(text)) return NOWHERE;
  return {
    superStrike: superStrike.test(text),
    registrable: registrable.test(text),
    gangEnhancement: gangEnhancement.test(text),
    enhanceable: enhanceable.test(text),
  };
}

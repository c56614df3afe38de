import type { Random } from './random.ts';

const SURNAMES = [
  ...['GARCIA', 'HERNANDEZ', 'LOPEZ', 'MARTINEZ', 'RODRIGUEZ', 'GONZALEZ', 'PEREZ', 'SANCHEZ', 'RAMIREZ', 'FLORES'],
  ...['SMITH', 'JOHNSON', 'WILLIAMS', 'BROWN', 'JONES', 'DAVIS', 'MILLER', 'WILSON', 'ANDERSON', 'THOMAS', 'JACKSON'],
  ...['WHITE', 'HARRIS', 'ROBINSON', 'LEWIS', 'WALKER', 'YOUNG', 'KING', 'WRIGHT', 'SCOTT', 'GREEN', 'BAKER', 'ADAMS'],
  ...['NGUYEN', 'TRAN', 'LEE', 'KIM', 'CHEN', 'SINGH', 'SANTOS', 'REYES', 'CRUZ', 'TORRES', 'RIVERA', 'GOMEZ', 'DIAZ'],
  ...['MENDOZA', 'CASTILLO', 'MORALES', 'ORTIZ', 'VARGAS', 'RAMOS', 'WASHINGTON', 'COLEMAN', 'BUTLER', 'HENDERSON'],
  ...["O'BRIEN", 'MC DONALD', 'DE LA CRUZ', 'HARO-VEGA', 'PETROSYAN', 'KOWALSKI', 'HOANG', 'PHAM', 'VANG', 'XIONG'],
];
/** Written with their letter in a few records only. */
const SURNAMES_BEYOND_ASCII = ['PEÑA', 'MUÑOZ', 'NUÑEZ', 'ACUÑA'];

const GIVEN_NAMES = {
  M: [
    ...['JOSE', 'JUAN', 'LUIS', 'CARLOS', 'MIGUEL', 'JESUS', 'MICHAEL', 'DAVID', 'JAMES', 'ROBERT', 'JOHN', 'DANIEL'],
    ...[
      'ANTHONY',
      'MARCUS',
      'DARNELL',
      'TYRONE',
      'KEVIN',
      'BRIAN',
      'ERIC',
      'STEVEN',
      'RICHARD',
      'TOUA',
      'MINH',
      'ANDRE',
    ],
  ],
  F: [
    ...['MARIA', 'ANA', 'ROSA', 'GUADALUPE', 'LETICIA', 'JENNIFER', 'MICHELLE', 'LISA', 'PATRICIA', 'ANGELA', 'KEISHA'],
    ...['TAMIKA', 'LATOYA', 'KIMBERLY', 'LINDA', 'THUY', 'MAI', 'SANDRA', 'CHRISTINA', 'DENISE', 'YOLANDA', 'CRYSTAL'],
  ],
};

/** An invented name as the file writes names: `GARCIA,JOSE LUIS`. */
export function syntheticName(random: Random, gender: 'M' | 'F'): string {
  const surname = random.chance(0.003) ? random.pick(SURNAMES_BEYOND_ASCII) : random.pick(SURNAMES);
  const middle = random.chance(0.5)
    ? ` ${random.pick(GIVEN_NAMES[gender])}`
    : random.chance(0.5)
      ? ` ${random.pick([...'ABCDEJLMR'])}`
      : '';
  return `${surname},${random.pick(GIVEN_NAMES[gender])}${middle}`;
}

/** The counties of California; a county's place in the alphabet is its number in the state's file. */
export const COUNTIES = [
  ...[
    'ALAMEDA',
    'ALPINE',
    'AMADOR',
    'BUTTE',
    'CALAVERAS',
    'COLUSA',
    'CONTRA COSTA',
    'DEL NORTE',
    'EL DORADO',
    'FRESNO',
  ],
  ...['GLENN', 'HUMBOLDT', 'IMPERIAL', 'INYO', 'KERN', 'KINGS', 'LAKE', 'LASSEN', 'LOS ANGELES', 'MADERA', 'MARIN'],
  ...['MARIPOSA', 'MENDOCINO', 'MERCED', 'MODOC', 'MONO', 'MONTEREY', 'NAPA', 'NEVADA', 'ORANGE', 'PLACER', 'PLUMAS'],
  ...['RIVERSIDE', 'SACRAMENTO', 'SAN BENITO', 'SAN BERNARDINO', 'SAN DIEGO', 'SAN FRANCISCO', 'SAN JOAQUIN'],
  ...['SAN LUIS OBISPO', 'SAN MATEO', 'SANTA BARBARA', 'SANTA CLARA', 'SANTA CRUZ', 'SHASTA', 'SIERRA', 'SISKIYOU'],
  ...['SOLANO', 'SONOMA', 'STANISLAUS', 'SUTTER', 'TEHAMA', 'TRINITY', 'TULARE', 'TUOLUMNE', 'VENTURA', 'YOLO', 'YUBA'],
] as const;

/** An agency or a court as the file names it. */
export interface SyntheticAgency {
  /** STP_ORI_CODE */
  readonly code: string;
  /** STP_ORI_DESCR */
  readonly name: string;
  readonly type: 'POLICE' | 'SHERIFF' | 'HIGHWAY PATROL' | 'SUPERIOR COURT' | 'MUNICIPAL COURT';
}

export interface SyntheticPlace {
  readonly county: string;
  /** Two digits. */
  readonly countyCode: string;
  readonly arresting: readonly SyntheticAgency[];
  readonly superior: readonly SyntheticAgency[];
  /** Misdemeanors were theirs until the courts were unified in 1998. */
  readonly municipal: readonly SyntheticAgency[];
}

interface Towns {
  readonly police: readonly string[];
  readonly superior: readonly string[];
  readonly municipal: readonly string[];
}

const KNOWN: Readonly<Record<string, Towns>> = {
  'LOS ANGELES': {
    police: [
      ...[
        'LOS ANGELES',
        'LOS ANGELES',
        'LOS ANGELES',
        'LOS ANGELES',
        'LONG BEACH',
        'LONG BEACH',
        'TORRANCE',
        'PASADENA',
      ],
      ...['INGLEWOOD', 'BURBANK', 'SANTA MONICA', 'HAWTHORNE', 'REDONDO BEACH', 'HERMOSA BEACH', 'GLENDALE', 'POMONA'],
      ...['EL MONTE', 'DOWNEY', 'CULVER CITY', 'WHITTIER'],
    ],
    superior: ['LOS ANGELES', 'LOS ANGELES', 'LOS ANGELES', 'COMPTON', 'VAN NUYS', 'POMONA', 'NORWALK', 'LONG BEACH'],
    municipal: ['LOS ANGELES METRO', 'COMPTON', 'LONG BEACH', 'PASADENA', 'INGLEWOOD', 'VAN NUYS', 'SOUTH BAY'],
  },
  SACRAMENTO: {
    police: [
      'SACRAMENTO',
      'SACRAMENTO',
      'SACRAMENTO',
      'ELK GROVE',
      'FOLSOM',
      'CITRUS HEIGHTS',
      'GALT',
      'RANCHO CORDOVA',
    ],
    superior: ['SACRAMENTO'],
    municipal: ['SACRAMENTO', 'GALT'],
  },
  'SAN JOAQUIN': {
    police: ['STOCKTON', 'STOCKTON', 'STOCKTON', 'LODI', 'TRACY', 'MANTECA', 'RIPON', 'LATHROP', 'ESCALON'],
    superior: ['STOCKTON'],
    municipal: ['STOCKTON', 'LODI', 'MANTECA', 'TRACY'],
  },
};

/** The agencies and courts of a county; of a county that is not known, one of each kind named after it. */
export function placeOf(county: string): SyntheticPlace {
  const number = (COUNTIES as readonly string[]).indexOf(county) + 1;
  const countyCode = String(number === 0 ? 99 : number).padStart(2, '0');
  const towns = KNOWN[county] ?? { police: [county], superior: [county], municipal: [county] };
  const agency = (prefix: string, type: SyntheticAgency['type'], position: number, town: string): SyntheticAgency => {
    const letter = type === 'SUPERIOR COURT' ? 'J' : type === 'MUNICIPAL COURT' ? 'K' : '0';
    return { code: `CA0${countyCode}${String(position).padStart(2, '0')}0${letter}`, name: `${prefix} ${town}`, type };
  };
  const all = (prefix: string, type: SyntheticAgency['type'], first: number, names: readonly string[]) =>
    names.map((town) => agency(prefix, type, first + names.indexOf(town), town));
  return {
    county,
    countyCode,
    arresting: [
      ...all('CAPD', 'POLICE', 1, towns.police),
      ...all('CASO', 'SHERIFF', 0, [county, county, county]),
      ...all('CAHP', 'HIGHWAY PATROL', 90, [county]),
    ],
    superior: all('CASC', 'SUPERIOR COURT', 15, towns.superior),
    municipal: all('CAMC', 'MUNICIPAL COURT', 35, towns.municipal),
  };
}

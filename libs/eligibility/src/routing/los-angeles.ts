import type { Route, RoutingTable } from './routing-table.ts';

const DISTRICT_ATTORNEY = 'Los Angeles County District Attorney';

/** The ten cities of the 2020 filing that prosecute misdemeanors themselves. */
export const cityProsecutors: readonly string[] = [
  'Los Angeles City Attorney',
  'Long Beach City Prosecutor',
  'Torrance City Attorney',
  'Pasadena City Prosecutor',
  'Inglewood City Attorney',
  'Burbank City Attorney',
  'Santa Monica City Attorney',
  'Hawthorne City Attorney',
  'Redondo Beach City Attorney',
  'Hermosa Beach City Attorney',
];

/** Cities with a police department of their own whose misdemeanors the District Attorney prosecutes. */
const POLICE_OF_OTHER_CITIES = [
  ...['ALHAMBRA', 'ARCADIA', 'AZUSA', 'BALDWIN PARK', 'BELL', 'BELL GARDENS', 'BEVERLY HILLS', 'CLAREMONT', 'COVINA'],
  ...['CULVER CITY', 'DOWNEY', 'EL MONTE', 'EL SEGUNDO', 'GARDENA', 'GLENDALE', 'GLENDORA', 'HUNTINGTON PARK'],
  ...['IRWINDALE', 'LA VERNE', 'MANHATTAN BEACH', 'MONROVIA', 'MONTEBELLO', 'MONTEREY PARK', 'PALOS VERDES ESTATES'],
  ...['POMONA', 'SAN FERNANDO', 'SAN GABRIEL', 'SAN MARINO', 'SIERRA MADRE', 'SIGNAL HILL', 'SOUTH GATE'],
  ...['SOUTH PASADENA', 'VERNON', 'WEST COVINA', 'WHITTIER'],
];

/** The ways in which a police department is written in the state's file. */
function police(city: string): string[] {
  return [`CAPD ${city}`, `PD ${city}`, `${city} PD`, `${city} POLICE DEPARTMENT`];
}

const minor = ['misdemeanor', 'infraction'] as const;

function ofCity(prosecutor: string): Route {
  const city = prosecutor.replace(/ City (Attorney|Prosecutor)$/, '').toUpperCase();
  return { arresting: police(city), severity: minor, agency: prosecutor };
}

/** All felonies go to the District Attorney; ten cities prosecute their own misdemeanors. */
export const losAngelesRouting: RoutingTable = {
  county: 'LOS ANGELES',
  version: '2020-02-13',
  cite: 'Los Angeles Superior Court, order on the motion of February 2020; GC 26500, 41803.5',
  routes: [
    { arresting: 'any', severity: ['felony'], agency: DISTRICT_ATTORNEY },
    ...cityProsecutors.map(ofCity),
    {
      arresting: [...POLICE_OF_OTHER_CITIES.flatMap(police), 'CASO LOS ANGELES', 'SO LOS ANGELES', 'LOS ANGELES SO'],
      severity: minor,
      agency: DISTRICT_ATTORNEY,
    },
  ],
};

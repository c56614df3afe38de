/** The codes of law that a state's file names, by their abbreviation there. */
export const STATUTE_CODES = {
  HS: 'Health and Safety Code',
  PC: 'Penal Code',
  VC: 'Vehicle Code',
  BP: 'Business and Professions Code',
  WI: 'Welfare and Institutions Code',
  MV: 'Military and Veterans Code',
  GC: 'Government Code',
  FG: 'Fish and Game Code',
  FA: 'Food and Agricultural Code',
  FC: 'Family Code',
  UI: 'Unemployment Insurance Code',
  RT: 'Revenue and Taxation Code',
  IC: 'Insurance Code',
  LC: 'Labor Code',
  EC: 'Education Code',
  EL: 'Elections Code',
  CC: 'Corporations Code',
  CI: 'Civil Code',
  CP: 'Code of Civil Procedure',
  FI: 'Financial Code',
  HN: 'Harbors and Navigation Code',
  PR: 'Public Resources Code',
  PU: 'Public Utilities Code',
  SH: 'Streets and Highways Code',
  WC: 'Water Code',
  MC: 'municipal code',
  CO: 'county ordinance',
  LO: 'local ordinance',
  US: 'United States Code',
  MCL: 'Michigan Compiled Laws',
} as const;

export type StatuteCode = keyof typeof STATUTE_CODES;

const WRITTEN_OUT: Readonly<Record<string, StatuteCode>> = {
  HSC: 'HS',
  CPC: 'PC',
  CVC: 'VC',
  BPC: 'BP',
  WIC: 'WI',
  MVC: 'MV',
  USC: 'US',
};

/** The code that a word in capitals stands for. A word that ends in MC (`LAMC`) is some city's municipal code. */
export function statuteCode(word: string): StatuteCode | undefined {
  if (Object.hasOwn(STATUTE_CODES, word)) return word as StatuteCode;
  if (Object.hasOwn(WRITTEN_OUT, word)) return WRITTEN_OUT[word];
  return /^[A-Z]{2,4}MC$/.test(word) ? 'MC' : undefined;
}

/** How courts say it. What is convicted begins with CONVICTED but for a few. */
export const CONVICTED = [
  { weight: 40, text: 'CONVICTED-PROB/JAIL' },
  { weight: 18, text: 'CONVICTED-PROBATION' },
  { weight: 15, text: 'CONVICTED-JAIL' },
  { weight: 10, text: 'CONVICTED-PRISON' },
  { weight: 12, text: 'CONVICTED' },
  { weight: 4, text: 'CONVICTED-FINE' },
  { weight: 0.4, text: 'PLED GUILTY' },
];

export const NOT_CONVICTED = [
  { weight: 40, text: 'DISMISSED' },
  { weight: 25, text: 'DISMISSED/CHARGE DROPPED' },
  { weight: 20, text: 'DISMISSED/FURTHERANCE OF JUSTICE' },
  { weight: 10, text: 'DISMISSED-PLEA TO OTHER CHARGE' },
  { weight: 6, text: 'ACQUITTED' },
];

export const NOT_PROSECUTED = [
  'PROS REJ-LACK OF SUFFICIENT EVIDENCE',
  'PROS REJ-INTEREST OF JUSTICE',
  'PROS REJ-COMB W/OTHER CNTS/CASES',
  'REL/TOT OTHER JURIS/AUTH',
  '849(B)(1) PC',
];

/** What one court writes and no dictionary holds. */
export const UNHEARD_OF = [
  'DISPO PER MIN ORDER',
  'SEE MINUTE ORDER',
  'CONV-SEE DOCKET 47B',
  'RESOLVED IN DEPT 12',
  'PLEA WITHDRAWN/SEE FILE',
];

export const SET_ASIDE = [
  'CONV SET ASIDE & DISM PER 1203.4 PC',
  'CONV SET ASIDE & DISM PER 1203.4 PC',
  'CONV SET ASIDE & DISM PER 1203.4A PC',
  'CONV SET ASIDE & DISM PER 1203.41 PC',
  'DISMISSED PER 11361.8 HS',
  'CONV VACATED',
];

export const REDUCED = [
  'REDUCED TO MISD PER 17(B) PC',
  'CONV REDUCED TO MISD PER 17 PC',
  'REDUCED TO MISDEMEANOR PER 1170.18 PC',
];

export const LATER = ['PROBATION REVOKED', 'SENTENCE MODIFIED', 'PROBATION REINSTATED', 'PROB REVOKED/REINSTATED'];

/** What agencies put where they have nothing to say. */
export const FILLERS = ['', '', '', '  -  ', 'x', '#', 'NULL  '];

export const REMARKS = [
  'COM: SCN-',
  'COM: SENTENCE CONCURRENT WITH SENTENCE IN OTHER CASE, CREDIT FOR TIME SERVED SCN-',
  'COM: CRT NBR ON FILE WITH REPORTING AGENCY SCN-',
  'COM: CASE TRANSFERRED FROM MUNI COURT, SEE PRIOR ENTRY SCN-',
  'COM: FINE STAYED, "CTS" APPLIED, PAY RESTITUTION FUND FINE AS ORDERED SCN-',
];

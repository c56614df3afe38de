/** An offense as agencies write it. `weight` says how often it comes up. */
export interface SyntheticOffense {
  readonly weight: number;
  /** As it stands before the dash. */
  readonly section: string;
  readonly words: string;
  readonly severity: 'FELONY' | 'MISDEMEANOR' | 'INFRACTION';
  /** One of PC 667(e)(2)(C)(iv). */
  readonly superStrike?: true;
  /** One of PC 290(c). */
  readonly registrable?: true;
}

/** A marijuana offense; `code` is today's section, whatever the text says. */
export interface CannabisOffense extends SyntheticOffense {
  readonly cannabis: '11357' | '11358' | '11359' | '11360';
  readonly made?: 'attempt' | 'conspiracy';
}

const felony = (
  weight: number,
  section: string,
  words: string,
  more: Partial<SyntheticOffense> = {},
): SyntheticOffense => ({
  weight,
  section,
  words,
  severity: 'FELONY',
  ...more,
});
const misdemeanor = (
  weight: number,
  section: string,
  words: string,
  more: Partial<SyntheticOffense> = {},
): SyntheticOffense => ({
  ...felony(weight, section, words, more),
  severity: 'MISDEMEANOR',
});
const superStrike = { superStrike: true } as const;
const registrable = { registrable: true } as const;

export const OTHER_OFFENSES: readonly SyntheticOffense[] = [
  felony(90, '11350(A) HS', 'POSSESS NARCOTIC CONTROLLED SUBSTANCE'),
  felony(40, '11351 HS', 'POSS/PURCHASE FOR SALE NARC/CNTL SUB'),
  felony(35, '11352(A) HS', 'TRANSPORT/SELL NARCOTIC/CNTL SUB'),
  felony(80, '11377(A) HS', 'POSSESS CONTROLLED SUBSTANCE'),
  felony(30, '11378 HS', 'POSSESS CONTROLLED SUBSTANCE FOR SALE'),
  misdemeanor(60, '11550(A) HS', 'USE/UNDER INFL CONTROLLED SUBSTANCE'),
  misdemeanor(45, '11364 HS', 'POSSESS UNLAWFUL PARAPHERNALIA'),
  misdemeanor(4, '11357.5(A) HS', 'SELL/ETC SYNTHETIC CANNABINOID'),
  felony(80, '459 PC', 'BURGLARY'),
  felony(12, '460(A) PC', 'BURGLARY:FIRST DEGREE'),
  misdemeanor(60, '484(A)/490.5 PC', 'PETTY THEFT:RETAIL MERCHANDISE'),
  felony(30, '487(A) PC', 'GRAND THEFT:MONEY/LABOR/PROPERTY'),
  felony(35, '496(A) PC', 'RECEIVE/ETC KNOWN STOLEN PROPERTY'),
  felony(45, '10851(A) VC', 'TAKE VEH W/O OWN CONSENT/VEH THEFT'),
  misdemeanor(60, '23152(A) VC', 'DUI ALCOHOL/DRUGS'),
  misdemeanor(50, '23152(B) VC', 'DUI ALCOHOL/0.08 PERCENT'),
  misdemeanor(60, '14601.1(A) VC', 'DRIVE WHILE LIC SUSPENDED/ETC'),
  misdemeanor(40, '12500(A) VC', 'DRIVE W/O LICENSE'),
  misdemeanor(45, '148(A)(1) PC', 'OBSTRUCT/ETC PUBLIC OFFICER/ETC'),
  misdemeanor(35, '242 PC', 'BATTERY'),
  misdemeanor(30, '243(E)(1) PC', 'BAT:SPOUSE/EX SP/DATE/ETC'),
  felony(40, '273.5(A) PC', 'INFLICT CORPORAL INJ SPOUSE/COHAB'),
  felony(40, '245(A)(1) PC', 'FORCE/ADW NOT FIREARM:GBI LIKELY'),
  felony(25, '211 PC', 'ROBBERY'),
  felony(15, '12021(A)(1) PC', 'FELON/ADDICT/POSS/ETC FIREARM'),
  felony(10, '29800(A)(1) PC', 'FELON/ADDICT/POSS/ETC FIREARM'),
  misdemeanor(30, '647(F) PC', 'DISORDERLY CONDUCT:UNDER INFLUENCE'),
  misdemeanor(12, '647(B) PC', 'DISORDERLY CONDUCT:PROSTITUTION'),
  misdemeanor(20, '602(L) PC', 'TRESPASS:OCCUPY PROPERTY W/O CONSENT'),
  felony(15, '470(D) PC', 'FALSE CHECKS/RECORDS/CERTIFICATES/ETC'),
  felony(10, '476A(A) PC', 'INSUFFICIENT FUNDS:CHECKS'),
  misdemeanor(10, '4140 BP', 'POSSESS HYPODERMIC NEEDLE/SYRINGE'),
  felony(8, '10980(C)(2) WI', 'FRAUD TO OBTAIN AID'),
  misdemeanor(10, '853.7 PC', 'FAIL TO APPEAR:WRITTEN PROMISE'),
  felony(6, '664/459 PC', 'ATTEMPTED BURGLARY'),
  felony(6, '182(A)(1) PC', 'CONSPIRACY TO COMMIT CRIME'),
  felony(5, '32 PC', 'ACCESSORY'),
  felony(6, '422 PC', 'CRIMINAL THREATS'),
  felony(4, '237 PC', 'FALSE IMPRISONMENT'),
  felony(4, '537(A)(2) PC', 'DEFRAUDING INNKEEPER'),
  felony(2.5, '187(A) PC', 'MURDER', superStrike),
  felony(1.5, '664/187(A) PC', 'ATTEMPTED MURDER', superStrike),
  felony(1.2, '261(A)(2) PC', 'RAPE BY FORCE/FEAR/ETC', { ...superStrike, ...registrable }),
  felony(2.2, '288(A) PC', 'LEWD OR LASCIVIOUS ACTS W/CHILD UNDER 14', { ...superStrike, ...registrable }),
  felony(1.5, '243.4(A) PC', 'SEXUAL BATTERY', registrable),
  misdemeanor(1.2, '647.6(A) PC', 'ANNOY/MOLEST CHILDREN', registrable),
  misdemeanor(1.2, '314(1) PC', 'INDECENT EXPOSURE', registrable),
];

const cannabis = (
  weight: number,
  section: string,
  words: string,
  today: CannabisOffense['cannabis'],
  more: Partial<CannabisOffense> = {},
): CannabisOffense => ({ ...felony(weight, section, words), cannabis: today, ...more });
const asMisdemeanor = { severity: 'MISDEMEANOR' } as const;

export const CANNABIS_OFFENSES: readonly CannabisOffense[] = [
  cannabis(90, '11357(A) HS', 'POSSESS CONCENTRATED CANNABIS', '11357'),
  cannabis(30, '11357(A) HS', 'POSSESS CONCENTRATED CANNABIS', '11357', asMisdemeanor),
  cannabis(60, '11357(B) HS', 'POSS MARIJUANA 28.5- GRAMS', '11357', asMisdemeanor),
  cannabis(40, '11357(C) HS', 'POSS MARIJUANA OVER 28.5 GRAMS', '11357', asMisdemeanor),
  cannabis(6, '11357(D) HS', 'POSS MARIJUANA:SCHOOL:OVER 18', '11357', asMisdemeanor),
  cannabis(12, '11357 HS', 'POSSESS MARIJUANA/CONC CANNABIS', '11357'),
  cannabis(150, '11358 HS', 'PLANT/CULTIVATE/ETC MARIJUANA/HASH', '11358'),
  cannabis(10, '11358HS', 'CULTIVATE MARIJUANA', '11358'),
  cannabis(260, '11359 HS', 'POSSESS MARIJUANA/HASHISH FOR SALE', '11359'),
  cannabis(15, '11359HS', 'POSSESS MARIJUANA FOR SALE', '11359'),
  cannabis(200, '11360(A) HS', 'SELL/FURNISH/ETC MARIJUANA/HASH', '11360'),
  cannabis(25, '11360(B) HS', 'GIVE/TRANSPORT/ETC 28.5- GR MARIJ', '11360', asMisdemeanor),
  cannabis(8, '664/11358 HS', 'ATT:PLANT/CULTIVATE MARIJUANA', '11358', { made: 'attempt' }),
  cannabis(4, '664/11360(A) HS', 'ATT:SELL/FURNISH MARIJUANA', '11360', { made: 'attempt' }),
  cannabis(4, '182/11360(A) HS', 'CONSP:SELL/FURNISH MARIJUANA', '11360', { made: 'conspiracy' }),
];

/** By the numbers in force before the recodification of 1972. */
export const HISTORIC_CANNABIS_OFFENSES: readonly CannabisOffense[] = [
  cannabis(60, '11530 HS', 'POSSESS MARIJUANA', '11357'),
  cannabis(15, '11530.1 HS', 'CULTIVATE MARIJUANA', '11358'),
  cannabis(30, '11530.5 HS', 'POSSESS MARIJUANA FOR SALE', '11359'),
  cannabis(40, '11531 HS', 'SELL/TRANSPORT MARIJUANA', '11360'),
];

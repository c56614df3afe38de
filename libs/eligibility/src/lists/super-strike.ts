import type { ListEntry, StatuteList } from './statute-list.ts';

const FORCE = 'counts only when done by force or threat, or against a young child, which the record does not say';
const SEXUAL_INTENT = 'counts only when done with a sexual purpose, which the record does not say';

function each(code: string, ...sections: string[]): ListEntry[] {
  return sections.map((section) => ({ statute: `${code} ${section}` }));
}

/** The section alone, as agencies report it; its further subdivisions are listed one by one. */
function bare(...sections: string[]): ListEntry[] {
  return sections.map((section) => ({ statute: `PC ${section}`, exactly: true }));
}

/** Attempts are named in the law: "any homicide offense, including any attempted homicide offense". */
function homicides(...sections: string[]): ListEntry[] {
  return sections.map((section) => ({ statute: `PC ${section}`, attempts: 'counts' }));
}

/** Sodomy and oral copulation share the lettering of their subdivisions. */
function byForceOrOnChild(section: string): ListEntry[] {
  return [...bare(section), ...each('PC', `${section}(c)(1)`, `${section}(c)(2)`, `${section}(c)(3)`, `${section}(d)`)];
}

/**
 * The convictions that take Proposition 64 relief away: PC 667(e)(2)(C)(iv)(I) to (VIII), with the sections by which
 * the state's file reports them.
 */
export const superStrike: StatuteList = {
  title: 'super-strikes (PC 667(e)(2)(C)(iv))',
  titleEs: 'delitos «super-strike» (PC 667(e)(2)(C)(iv))',
  cite: 'PC 667(e)(2)(C)(iv); WIC 6600(b)',
  asOf: '2026-01-01',
  entries: [
    // (I) to (III): sexually violent offenses, and those on children under 14
    ...each('PC', '261', '262', '264.1', '269', '288.5', '220', '209', '209.5'),
    ...bare('207'),
    ...each('PC', '207(b)'),
    { statute: 'PC 207', may: SEXUAL_INTENT },
    ...byForceOrOnChild('286'),
    ...byForceOrOnChild('287'),
    ...byForceOrOnChild('288a'),
    ...bare('288', '289'),
    ...each('PC', '288(a)', '288(b)', '289(a)', '289(j)'),
    { statute: 'PC 286(b)', may: FORCE },
    { statute: 'PC 287(b)', may: FORCE },
    // (IV) and (V): homicide, and soliciting murder
    ...homicides('187', '188', '189', '189.1', '189.5', '190', '190.05', '190.1', '190.2', '190.25', '190.3', '190.4'),
    ...homicides('190.5', '191', '191.5'),
    ...each('PC', '653f(b)'),
    ...bare('653f'),
    // (VI) and (VII): machine gun on a peace officer; weapons of mass destruction
    ...each('PC', '245(d)(3)', '11418(a)(1)'),
    // (VIII): serious or violent felonies punished with life imprisonment or death
    ...each('PC', '37', '128', '205', '217.1', '218', '219', '273ab', '451.5', '667.61', '667.7', '667.71', '4500'),
    ...each('PC', '11418(b)(1)', '11418(b)(2)', '12308', '12310', '18745', '18755'),
    ...each('MV', '1672(a)'),
  ],
  pairs: [
    {
      enhancement: 'PC 186.22(b)(4)',
      offenses: ['PC 136.1', 'PC 215', 'PC 213(a)(1)(a)', 'PC 246', 'PC 519', 'PC 12022.55'],
    },
  ],
  attempts: 'unclear',
  conspiracies: 'unclear',
  accessories: 'does_not_count',
};

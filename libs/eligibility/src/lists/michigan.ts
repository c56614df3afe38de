import type { StatuteList } from './statute-list.ts';

const common = {
  asOf: '2026-01-01',
  attempts: 'unclear',
  conspiracies: 'unclear',
  accessories: 'unclear',
} as const;

/** Manufacture or delivery, possession, and use. */
export const marijuanaOfMichigan: StatuteList = {
  ...common,
  title: 'marijuana offenses (MCL 333.7401(2)(d), 333.7403(2)(d), 333.7404(2)(d))',
  titleEs: 'delitos de marihuana (MCL 333.7401(2)(d), 333.7403(2)(d), 333.7404(2)(d))',
  cite: 'MCL 333.7401, 333.7403, 333.7404',
  entries: [{ statute: 'MCL 333.7401(2)(d)' }, { statute: 'MCL 333.7403(2)(d)' }, { statute: 'MCL 333.7404(2)(d)' }],
};

/** Use is punished with at most 90 days. */
export const underNinetyThreeDays: StatuteList = {
  ...common,
  title: 'offenses punished with less than 93 days (MCL 333.7404(2)(d))',
  titleEs: 'delitos castigados con menos de 93 días (MCL 333.7404(2)(d))',
  cite: 'MCL 333.7404(2)(d)',
  entries: [{ statute: 'MCL 333.7404(2)(d)' }],
};

/** Forty-five kilograms or more, or 200 plants or more, are punished with up to 15 years. */
export const overTenYears: StatuteList = {
  ...common,
  title: 'offenses punished with more than 10 years (MCL 333.7401(2)(d)(i))',
  titleEs: 'delitos castigados con más de 10 años (MCL 333.7401(2)(d)(i))',
  cite: 'MCL 333.7401(2)(d)(i)',
  entries: [{ statute: 'MCL 333.7401(2)(d)(i)' }],
};

const ASSAULTIVE = [
  ...['81c', '81d', '82', '83', '84', '86', '87', '88', '89', '90a', '90b', '91', '200', '201', '202', '204', '204a'],
  ...['205', '205a', '206', '207', '209', '209a', '210', '210a', '211a', '212', '212a', '316', '317', '321', '349'],
  ...['349a', '350', '397', '411i', '520b', '520c', '520d', '520e', '520g', '529', '529a', '530'],
];

/** Of which one is the most that a person may have. */
export const assaultive: StatuteList = {
  ...common,
  title: 'assaultive crimes (MCL 770.9a)',
  titleEs: 'delitos de agresión (MCL 770.9a)',
  cite: 'MCL 770.9a(3)',
  attempts: 'counts',
  entries: ASSAULTIVE.map((section) => ({ statute: `MCL 750.${section}` })),
};

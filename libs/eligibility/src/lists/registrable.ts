import type { ListEntry, StatuteList } from './statute-list.ts';

const PURPOSE = 'requires registration only when done with a sexual purpose, which the record does not say';

function each(...sections: string[]): ListEntry[] {
  return sections.map((section) => ({ statute: `PC ${section}` }));
}

function onlyFor(...sections: string[]): ListEntry[] {
  return sections.map((section) => ({ statute: `PC ${section}`, may: PURPOSE }));
}

/** The offenses for which PC 290(c) requires registration. Attempts and conspiracies are named in it. */
export const registrable: StatuteList = {
  title: 'offenses that require registration (PC 290)',
  titleEs: 'delitos que obligan a inscribirse (PC 290)',
  cite: 'PC 290(c)',
  asOf: '2026-01-01',
  entries: [
    ...each('236.1(b)', '236.1(c)', '243.4', '261', '262(a)(1)', '264.1', '266', '266c', '266h(b)', '266i(b)', '266j'),
    ...each('267', '269', '285', '286', '287', '288', '288a', '288.2', '288.3', '288.4', '288.5', '288.7', '289'),
    ...each('311.1', '311.2(b)', '311.2(c)', '311.2(d)', '311.3', '311.4', '311.10', '311.11', '314(1)', '314(2)'),
    ...each('314.1', '314.2', '647.6', '647a', '653f(c)'),
    ...onlyFor('187', '207', '209', '220', '272'),
  ],
  attempts: 'counts',
  conspiracies: 'counts',
  accessories: 'does_not_count',
};

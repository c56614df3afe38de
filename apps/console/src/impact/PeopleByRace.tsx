import type { Impact } from '@clearance/contract';
import { raceWord } from '../record/person-words.ts';
import { BarList } from '../ui/BarList.tsx';
import { Figure } from '../ui/Figure.tsx';
import { percent } from '../ui/format.ts';
import { ruleText } from './rule-text.ts';
import { cellOf, figureText, isSmall } from './small-figures.ts';

type PeopleFigures = Impact['people'];

/** The order and the words of the columns. */
const figures: readonly (readonly [keyof PeopleFigures, string])[] = [
  ['all', 'People'],
  ['withRelief', 'Any relief'],
  ['noFelonyLeft', 'No felony left'],
  ['noConvictionLeft', 'No conviction left'],
  ['noneInSevenYears', 'None in seven years'],
];

const nameOf = (race: string) => (race === 'unknown' ? 'Not known' : raceWord(race));

/** Who is helped: the figures of people once more, by race; the picture is of those with any relief. */
export const PeopleByRace = ({ impact, publish }: { readonly impact: Impact; readonly publish: boolean }) => {
  const rows = Object.entries(impact.peopleByRace).sort(
    ([a, one], [b, other]) =>
      Number(a === 'unknown') - Number(b === 'unknown') || other.withRelief - one.withRelief || a.localeCompare(b),
  );
  return (
    <Figure
      title="People with any relief, by race"
      counts={`${ruleText(impact.countingRules.peopleByRace)} Shares are of everybody with any relief.`}
      table={{
        columns: ['Race', ...figures.map(([, word]) => word)],
        rows: rows.map(([race, counts]) => [
          nameOf(race),
          ...figures.map(([figure]) => cellOf(counts[figure], publish)),
        ]),
      }}
      fileName="impact-people-by-race"
    >
      <BarList
        unit="people"
        bars={rows.map(([race, { withRelief }]) => {
          const hidden = publish && isSmall(withRelief);
          return {
            key: race,
            label: nameOf(race),
            value: hidden ? 0 : withRelief,
            says: figureText(withRelief, publish),
            ...(hidden ? {} : { note: percent(withRelief, impact.people.withRelief) }),
          };
        })}
      />
    </Figure>
  );
};

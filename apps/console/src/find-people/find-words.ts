import { MOST_FOUND, type FoundPerson, type PeopleFound, type SearchKind, type State } from '@clearance/contract';
import { counted, number } from '../ui/format.ts';
import { stateWords } from '../ui/words.ts';

const kinds: Readonly<Record<SearchKind, string>> = {
  identifier: 'state identifier (CII)',
  number: 'case number',
  name: 'name',
  name_and_number: 'name and number',
  name_and_birth: 'name and date of birth',
};

/** Above the list: how many there are, and by what they were looked for. */
export function foundSentence({ kind, people, total }: Pick<PeopleFound, 'kind' | 'people' | 'total'>): string {
  const by = `Searched by ${kinds[kind]}.`;
  if (total > people.length) {
    return `${number(total)} people fit; the best ${MOST_FOUND} are shown. Add another name, a date of birth or a case number. ${by}`;
  }
  return `${total === 1 ? '1 person' : counted(total, 'people', 'people')} found. ${by}`;
}

/** Only alike: the person may be somebody else. */
export const matchWord = (match: FoundPerson['match']): string | undefined =>
  match === 'similar' ? 'Similar spelling' : undefined;

/** `2 convictions: 1 to review, 1 approved` */
export function standingWords({ convictions, states }: Pick<FoundPerson, 'convictions' | 'states'>): string {
  if (convictions === 0) return 'No conviction in this county';
  const each = (Object.entries(states) as [State, number][]).map(
    ([state, count]) => `${number(count)} ${stateWords[state].word.toLowerCase()}`,
  );
  return `${counted(convictions, 'conviction')}: ${each.join(', ')}`;
}

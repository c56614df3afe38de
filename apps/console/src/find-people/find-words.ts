import {
  MOST_FOUND,
  type ConvictionRow,
  type FoundPerson,
  type PeopleFound,
  type SearchKind,
  type State,
} from '@clearance/contract';
import { sectionWord } from '../convictions/section-word.ts';
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
  if (total === 0) return `Nobody found. ${by}`;
  return `${total === 1 ? '1 person' : counted(total, 'people', 'people')} found. ${by}`;
}

/** Only alike: the person may be somebody else. */
export function matchWord(match: FoundPerson['match'], kind: SearchKind): string | undefined {
  if (match !== 'similar') return undefined;
  if (kind === 'name') return 'Similar spelling';
  return kind === 'number' ? 'Similar number' : 'Possible match';
}

/** What is wrong with a text that nobody can be found by, before it is sent; the API says the rest. */
export const problemOf = (text: string): string | undefined =>
  /[\p{L}\p{N}]/u.test(text) ? undefined : 'Type a name, a case number or a CII.';

/** `2 convictions: 1 to review, 1 approved` */
export function standingWords({ convictions, states }: Pick<FoundPerson, 'convictions' | 'states'>): string {
  if (convictions === 0) return 'No conviction that the policy looked at';
  const each = (Object.entries(states) as [State, number][]).map(
    ([state, count]) => `${number(count)} ${stateWords[state].word.toLowerCase()}`,
  );
  return `${counted(convictions, 'conviction')}: ${each.join(', ')}`;
}

/** `HS 11358, case 99-1234` */
export const convictionWords = ({ caseNumber, section }: Pick<ConvictionRow, 'caseNumber' | 'section'>): string =>
  `${sectionWord(section)}, case ${caseNumber || 'without number'}`;

/** The flags of every conviction of a person: they stand once beside the person, and not with each. */
export function sharedFlags(convictions: readonly Pick<ConvictionRow, 'flags'>[]): readonly string[] {
  const [first, ...others] = convictions;
  return first ? first.flags.filter((flag) => others.every(({ flags }) => flags.includes(flag))) : [];
}

import type { LocalDate, OffenseText } from '@clearance/record';

import type { Fact } from '../fact.ts';
import type { ListMatch } from './match.ts';
import { matchOffense } from './match.ts';
import type { ListedPair, StatuteList } from './statute-list.ts';

/** A list of its own for each side of a pair, so that pairs are matched on structure like everything else. */
const sides = new WeakMap<ListedPair, { enhancement: StatuteList; offenses: StatuteList }>();

function sidesOf(list: StatuteList, pair: ListedPair): { enhancement: StatuteList; offenses: StatuteList } {
  const cached = sides.get(pair);
  if (cached) return cached;
  const listOf = (statutes: readonly string[]): StatuteList => ({
    title: list.title,
    cite: list.cite,
    asOf: list.asOf,
    entries: statutes.map((statute) => ({ statute })),
    attempts: list.attempts,
    conspiracies: list.conspiracies,
    accessories: list.accessories,
  });
  const made = { enhancement: listOf([pair.enhancement]), offenses: listOf(pair.offenses) };
  sides.set(pair, made);
  return made;
}

/**
 * Whether an offense is in a list because of an enhancement in the same case, such as PC 136.1 with PC 186.22(b)(4).
 *
 * @param ofCase the offenses of which the person was convicted in the same case, this one included
 */
export function matchPair(
  list: StatuteList,
  pair: ListedPair,
  offense: OffenseText,
  ofCase: readonly OffenseText[],
  date: Fact<LocalDate>,
): ListMatch {
  const { enhancement, offenses } = sidesOf(list, pair);
  const own = matchOffense(offenses, offense, date);
  if (own.result === false) return own;
  const enhancements = ofCase.map((other) => matchOffense(enhancement, other, date));
  if (enhancements.some((match) => match.result === true)) return own;
  const doubtful = enhancements.find((match) => match.result === 'unknown');
  return doubtful ?? { result: false, sections: [] };
}

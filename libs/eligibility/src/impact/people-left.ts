import type { LocalDate } from '@clearance/record';

import type { Outcome } from '../determination.ts';
import { boundsOf } from '../fact.ts';
import type { ConvictionEvent } from '../facts/conviction-event.ts';
import type { Person } from '../facts/person.ts';
import type { PeopleFigures } from './figures.ts';
import type { Judgement } from './judgement.ts';

type Left = Exclude<keyof PeopleFigures, 'all'>;

const RELIEF: readonly Outcome[] = ['dismiss', 'reduce'];

/**
 * Which figures a person counts in, whole history and all counties together. What is not known never makes anyone count
 * as free: it takes a conviction that certainly was there, and every one that may be left to be gone.
 *
 * @param recently convictions of a later day are recent
 */
export function countsIn(person: Person, judgements: readonly Judgement[], recently: LocalDate): Left[] {
  if (!judgements.some(({ outcome }) => RELIEF.includes(outcome))) return [];
  const outcomeOf = new Map(judgements.map(({ event, outcome }) => [event, outcome]));
  const standing = person.events.filter(({ relief }) => !(relief.state === 'known' && relief.value.how === 'ended'));
  const isGone = (event: ConvictionEvent) => outcomeOf.get(event) === 'dismiss';
  const isRelieved = (event: ConvictionEvent) => RELIEF.includes(outcomeOf.get(event) ?? 'out_of_scope');
  const figures: Left[] = ['withRelief'];
  const count = (figure: Left, was: Test, mayBe: Test, isFree: Test) => {
    const isCertain = (event: ConvictionEvent) => event.convicted.state === 'known' && was(event);
    if (standing.some(isCertain) && standing.filter(mayBe).every(isFree)) figures.push(figure);
  };
  count('noFelonyLeft', isFelony, mayBeFelony, isRelieved);
  count('noConvictionLeft', always, always, isGone);
  count(
    'noneInSevenYears',
    ({ date }) => (boundsOf(date).low ?? '') > recently,
    ({ date }) => (boundsOf(date).high ?? '9999-12-31') > recently,
    isGone,
  );
  return figures;
}

type Test = (event: ConvictionEvent) => boolean;

const always: Test = () => true;
const isFelony: Test = ({ severity }) => severity.state === 'known' && severity.value === 'felony';
const mayBeFelony: Test = ({ severity }) => severity.state !== 'known' || severity.value === 'felony';

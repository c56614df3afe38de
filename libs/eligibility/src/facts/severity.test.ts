import { expect, test } from 'vitest';

import type { SmallCount } from '../testing/small-history.ts';
import { smallHistory } from '../testing/small-history.ts';
import { Person } from './person.ts';

const REDUCED = 'REDUCED TO MISD PER 17(B) PC';

/** What the one count is by all that can be read, and what it may be. */
function read(count: Omit<SmallCount, 'offense'>): [string, readonly string[]] {
  const counts = [{ offense: '11359 HS', ...count }];
  const [event] = new Person(smallHistory({ born: '19700101', cases: [{ date: '20050101', counts }] })).events;
  if (!event) throw new RangeError('no conviction');
  const { possibleSeverities, severity } = event;
  return [severity.state === 'known' ? severity.value : severity.state, possibleSeverities];
}

test.each<[string, Omit<SmallCount, 'offense'>, string, string]>([
  ['as it is stated', { severity: 'FELONY' }, 'felony', 'felony'],
  ['as it was reduced', { severity: 'FELONY', later: [REDUCED] }, 'misdemeanor', 'misdemeanor'],
  ['anything where nothing says it', { severity: '' }, 'unknown', 'felony misdemeanor infraction'],
  [
    'no more than it was, after an unread row',
    { severity: 'MISDEMEANOR', later: ['HM'] },
    'unknown',
    'misdemeanor infraction',
  ],
  ['what it was, where there is nothing less', { severity: 'INFRACTION', later: ['HM'] }, 'infraction', 'infraction'],
  [
    'perhaps less, by an unread disposition',
    { severity: 'FELONY', disposition: 'HM' },
    'felony',
    'felony misdemeanor infraction',
  ],
  [
    'stated by any row where no disposition is read',
    { severity: 'INFRACTION', disposition: '', later: ['HM'] },
    'infraction',
    'infraction',
  ],
  [
    'unknown where the rows contradict each other',
    { severity: 'INFRACTION', later: [REDUCED] },
    'unknown',
    'felony misdemeanor infraction',
  ],
])('a conviction is %s', (_, count, severity, possible) => {
  expect(read(count)).toEqual([severity, possible.split(' ')]);
});

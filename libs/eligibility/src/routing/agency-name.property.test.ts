import { localDate } from '@clearance/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { known } from '../fact.ts';
import { agencyOf } from '../facts/agency.ts';
import type { Severity } from '../policy/term.ts';
import { smallHistory } from '../testing/small-history.ts';
import { losAngelesRouting } from './los-angeles.ts';
import { tries } from '../testing/tries.ts';

const runs = tries(200);
const named = losAngelesRouting.routes.flatMap(({ arresting }) => (arresting === 'any' ? [] : arresting));
const agencies = [...named, 'CAPD NOWHERE', 'CAHP SOUTHERN DIVISION', 'CASO YOLO'];

function routeOf(arrestedBy: string, severity: Severity): string {
  const [cycle] = smallHistory({
    born: '19800101',
    cases: [{ date: '20050101', arrestedBy, counts: [{ offense: '11357 HS' }] }],
  }).cycles;
  if (!cycle) throw new RangeError('no cycle');
  const agency = agencyOf(cycle, known(severity, []), known(localDate('2005-01-01'), []), losAngelesRouting);
  return agency.state === 'known' ? agency.value : 'nobody';
}

test('how the parts of an agency name are joined never changes the route', () => {
  const joint = fc.constantFrom('', ' ', '  ', '-', ' - ', '. ', '/');
  fc.assert(
    fc.property(
      fc.constantFrom(...agencies),
      fc.array(joint, { minLength: 4, maxLength: 4 }),
      fc.constantFrom('felony', 'misdemeanor', 'infraction'),
      (agency, joints, severity) => {
        const words = agency.split(' ');
        const written = words.map((word, index) => word + (index < words.length - 1 ? (joints[index] ?? ' ') : ''));
        expect([written.join(''), routeOf(written.join(''), severity)]).toEqual([
          written.join(''),
          routeOf(agency, severity),
        ]);
      },
    ),
    runs,
  );
});

test('no two agencies of the table are told apart by blanks and signs alone', () => {
  expect(new Set(named.map((name) => name.replace(/[^A-Z0-9]+/g, ''))).size).toBe(new Set(named).size);
});

import { localDate } from '@clearance/record';
import { expect, test } from 'vitest';

import type { Fact } from '../fact.ts';
import { known, unknown } from '../fact.ts';
import type { Severity } from '../policy/term.ts';
import { losAngelesRouting } from '../routing/los-angeles.ts';
import type { RoutingTable } from '../routing/routing-table.ts';
import { smallHistory } from '../testing/small-history.ts';
import { agencyOf } from './agency.ts';

const vague: Fact<Severity> = unknown('not given', []);
const minor: Fact<Severity> = known('misdemeanor', []);

function routed(
  arrestedBy: string,
  severity: Fact<Severity>,
  table: RoutingTable | undefined,
  day = '2005-01-01',
): string {
  const cases = [{ date: '20050101', arrestedBy, counts: [{ offense: '11357 HS' }] }];
  const [cycle] = smallHistory({ born: '19800101', cases }).cycles;
  if (!cycle) throw new RangeError('no cycle');
  const agency = agencyOf(cycle, severity, known(localDate(day), []), table);
  return agency.state === 'known' ? agency.value : agency.state === 'unknown' ? agency.why : 'bounded';
}

test('the city prosecutes its misdemeanors, the county every felony', () => {
  expect(routed('CAPD  Los Angeles', minor, losAngelesRouting)).toBe('Los Angeles City Attorney');
  expect(routed('CAPD LOS ANGELES', known('felony', []), losAngelesRouting)).toBe(
    'Los Angeles County District Attorney',
  );
  expect(routed('CAPD GLENDALE', minor, losAngelesRouting)).toBe('Los Angeles County District Attorney');
});

test('an unknown severity does not matter where every severity goes to one agency', () => {
  expect(routed('CAPD GLENDALE', vague, losAngelesRouting)).toBe('Los Angeles County District Attorney');
  expect(routed('CAPD LOS ANGELES', vague, losAngelesRouting)).toBe('it depends on the severity');
});

test('an agency that no route names, and a county without a table, are unknown', () => {
  expect(routed('CAHP X', minor, losAngelesRouting)).toBe('the routing table has no prosecutor for CAHP X');
  expect(routed('', minor, losAngelesRouting)).toBe('no arresting agency is given for this arrest');
  expect(routed('CAPD GLENDALE', minor, undefined)).toBe(
    'the county has not said which office prosecutes the arrests of which agency',
  );
});

test('routes are dated, both days included', () => {
  const table: RoutingTable = {
    county: 'X',
    version: '1',
    cite: 'none',
    routes: [
      { arresting: 'any', severity: ['misdemeanor'], agency: 'Old', to: '2004-12-31' },
      { arresting: 'any', severity: ['misdemeanor'], agency: 'New', from: '2005-01-01' },
    ],
  };
  expect(routed('Y', minor, table, '2004-12-31')).toBe('Old');
  expect(routed('Y', minor, table, '2005-01-01')).toBe('New');
});

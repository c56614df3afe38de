import type { DemoPerson, Role } from '@clearance/contract';
import { writeWhole } from '../kept-file.ts';

/** A person of the demo installation. These addresses and passwords exist nowhere else. */
export interface Staff extends DemoPerson {
  readonly roles: readonly Role[];
}

/** The county that is half worked, and the one that waits for its first file. */
export const FULL = 'SACRAMENTO';
export const EMPTY = 'SAN JOAQUIN';

const person = (email: string, password: string, name: string, roles: readonly Role[], says: string): Staff => ({
  ...{ email, password, name, roles, says },
});

export const operator = person(
  ...(['operator@clearance.example', 'quiet-harbor-lamp', 'Olive Bright', ['operator']] as const),
  'Operator: creates and suspends counties, sees no record',
);

/** The first of each county is its administrator, who invites the others. */
export const staffOf: Readonly<Record<string, readonly [Staff, ...Staff[]]>> = {
  [FULL]: [
    person(
      ...(['ana@sacramento.example', 'amber-orchard-gate', 'Ana Delgado', ['county_admin']] as const),
      'Sacramento, administrator: files, policy, people',
    ),
    person(
      ...(['ray@sacramento.example', 'river-copper-note', 'Ray Coleman', ['reviewer']] as const),
      'Sacramento, reviewer: recommends',
    ),
    person(
      ...(['mei@sacramento.example', 'maple-window-song', 'Mei Tanaka', ['reviewer']] as const),
      'Sacramento, reviewer: recommends',
    ),
    person(
      ...(['paula@sacramento.example', 'pepper-island-clock', 'Paula Novak', ['approver']] as const),
      'Sacramento, approver: approves or returns what others recommended',
    ),
    person(
      ...(['bo@sacramento.example', 'birch-lantern-road', 'Bo Hansen', ['reviewer', 'approver']] as const),
      'Sacramento, reviewer and approver: never approves what he recommended',
    ),
    person(
      ...(['carl@sacramento.example', 'cedar-ledger-moon', 'Carl Whitman', ['compliance']] as const),
      'Sacramento, compliance: reads, verifies and exports the audit log',
    ),
  ],
  [EMPTY]: [
    person(
      ...(['ada@sanjoaquin.example', 'apricot-delta-wind', 'Ada Okafor', ['county_admin']] as const),
      'San Joaquin, administrator: no file yet, drop one here',
    ),
    person(
      ...(['rosa@sanjoaquin.example', 'rosemary-bridge-sun', 'Rosa Lind', ['reviewer']] as const),
      'San Joaquin, reviewer',
    ),
    person(
      ...(['peter@sanjoaquin.example', 'poplar-station-rain', 'Peter Amari', ['approver']] as const),
      'San Joaquin, approver',
    ),
    person(
      ...(['cora@sanjoaquin.example', 'clover-archive-star', 'Cora Nilsson', ['compliance']] as const),
      'San Joaquin, compliance',
    ),
  ],
};

/** Everybody one can sign in as, in the order in which they are shown. */
export const demoPeople: readonly DemoPerson[] = [operator, ...Object.values(staffOf).flat()].map(
  ({ email, password, name, says }) => ({ email, password, name, says }),
);

/** The file that tells the api that this is a demo installation, and who is in it. */
export const writeDemoPeople = (path: string): void => writeWhole(path, `${JSON.stringify(demoPeople, null, 2)}\n`);

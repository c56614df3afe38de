import type { Migration } from '@clearance/platform';
import { BackAgain1791000000080 } from './back-again.ts';
import { Dialects1791000000005 } from './dialects.ts';
import { DraftVerdicts1791000000120 } from './draft-verdicts.ts';
import { EnteredFacts1791000000020 } from './entered-facts.ts';
import { ExplainedRows1791000000065 } from './explained-rows.ts';
import { ImportConfirmed1791000000050 } from './import-confirmed.ts';
import { ImportFiles1791000000040 } from './import-files.ts';
import { PersonLookup1791000000030 } from './person-lookup.ts';
import { ReplacedFiles1791000000060 } from './replaced-files.ts';
import { Returns1791000000070 } from './returns.ts';
import { ClearanceSchema1790000000002 } from './release-0.1.0/clearance-schema.ts';

/**
 * Every change of the product's tables, oldest first. The list only grows: what a released version ran is never edited,
 * since it will not run again on a database that has it. The first is the schema of release 0.1.0.
 */
export const clearanceMigrations: readonly Migration[] = [
  ClearanceSchema1790000000002,
  Dialects1791000000005,
  EnteredFacts1791000000020,
  PersonLookup1791000000030,
  ImportFiles1791000000040,
  ImportConfirmed1791000000050,
  ReplacedFiles1791000000060,
  ExplainedRows1791000000065,
  Returns1791000000070,
  BackAgain1791000000080,
  DraftVerdicts1791000000120,
];

/** The releases, oldest first, each with the last migration that it ran. */
export const releases = [{ version: '0.1.0', last: ClearanceSchema1790000000002.name }] as const;

/** The newest release whose schema a database has, by the migrations it has run; undefined before the first. */
export const releaseOf = (done: readonly string[]): string | undefined =>
  releases.findLast(({ last }) => done.includes(last))?.version;

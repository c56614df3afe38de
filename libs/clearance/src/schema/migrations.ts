import { ClearanceSchema1790000000002 } from './clearance-schema.ts';
import { EnteredFacts1791000000020 } from './entered-facts.ts';
import { ImportFiles1791000000040 } from './import-files.ts';

/**
 * Every change of the product's tables, oldest first. The list only grows: what a released version ran is never edited,
 * since it will not run again on a database that has it. The first is the schema of release 0.1.0.
 */
export const clearanceMigrations: readonly (new () => object)[] = [
  ClearanceSchema1790000000002,
  EnteredFacts1791000000020,
  ImportFiles1791000000040,
];

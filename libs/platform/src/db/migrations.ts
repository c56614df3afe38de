import { LogAlarms1791000000067 } from './log-alarms.ts';
import { Readings1791000000130 } from './readings.ts';
import { PlatformSchema1790000000001 } from './release-0.1.0/platform-schema.ts';

/** A migration as TypeORM takes it. Its class name ends in the thirteen digits by which migrations are ordered. */
export type Migration = new () => object;

/**
 * Every change of the platform's tables, oldest first. The list only grows: what a released version ran is never edited,
 * since it will not run again on a database that has it. The first is the schema of release 0.1.0.
 */
export const platformMigrations: readonly Migration[] = [
  PlatformSchema1790000000001,
  LogAlarms1791000000067,
  Readings1791000000130,
];

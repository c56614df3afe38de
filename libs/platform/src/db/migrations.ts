import { AlarmsAbout1791000000100 } from './alarms-about.ts';
import { AccountSecurity1791000000160 } from './account-security.ts';
import { LogAlarms1791000000067 } from './log-alarms.ts';
import { Readings1791000000130 } from './readings.ts';
import { SchemaReadable1791000000161 } from './schema-readable.ts';
import { PlatformSchema1790000000001 } from './release-0.1.0/platform-schema.ts';
import { SignInTries1791000000110 } from './sign-in-tries.ts';

/** A migration as TypeORM takes it. Its class name ends in the thirteen digits by which migrations are ordered. */
export type Migration = new () => object;

/**
 * Every change of the platform's tables, oldest first. The list only grows: what a released version ran is never edited,
 * since it will not run again on a database that has it. The first is the schema of release 0.1.0.
 */
export const platformMigrations: readonly Migration[] = [
  PlatformSchema1790000000001,
  LogAlarms1791000000067,
  AlarmsAbout1791000000100,
  SignInTries1791000000110,
  Readings1791000000130,
  AccountSecurity1791000000160,
  SchemaReadable1791000000161,
];

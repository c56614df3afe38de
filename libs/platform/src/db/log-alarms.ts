import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alarmTables } from '../audit-log/alarm-tables.ts';

/** Alarms of the log that two people end, and acts that wait for a log that cannot take them. */
export class LogAlarms1791000000067 implements MigrationInterface {
  name = 'LogAlarms1791000000067';

  async up(db: QueryRunner): Promise<void> {
    await db.query(alarmTables);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Alarms of the log cannot be taken out of the schema again.'));
  }
}

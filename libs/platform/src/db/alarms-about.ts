import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An alarm names what stands where no act has brought it, so that whoever looks into it knows where to look. */
export class AlarmsAbout1791000000100 implements MigrationInterface {
  name = 'AlarmsAbout1791000000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE log_alarm ADD COLUMN about_type text, ADD COLUMN about_id text`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('What alarms are about cannot be taken out of the schema again.'));
  }
}

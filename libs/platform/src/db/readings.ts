import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readingTables } from '../reading/reading-tables.ts';

/** Who reads people's data: what the log tells once for several answers, and when somebody reads unusually much. */
export class Readings1791000000130 implements MigrationInterface {
  name = 'Readings1791000000130';

  async up(db: QueryRunner): Promise<void> {
    await db.query(readingTables);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE volume_notice, person_read, open_reading`);
  }
}

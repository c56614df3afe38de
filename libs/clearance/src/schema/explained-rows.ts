import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unexplainedTables } from '../import/unexplained/unexplained-tables.ts';

/** What people say of rows that no rule explains. */
export class ExplainedRows1791000000065 implements MigrationInterface {
  name = 'ExplainedRows1791000000065';

  async up(db: QueryRunner): Promise<void> {
    await db.query(unexplainedTables);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE explained_row`);
  }
}

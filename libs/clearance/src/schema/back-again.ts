import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many convictions a file brought back that the one before it lacked. */
export class BackAgain1791000000080 implements MigrationInterface {
  name = 'BackAgain1791000000080';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE import ADD COLUMN back int NOT NULL DEFAULT 0`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE import DROP COLUMN back`);
  }
}

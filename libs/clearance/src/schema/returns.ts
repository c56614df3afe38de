import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Returns are looked for whenever a set is shown or recommended; they are few among the approvals. */
export class Returns1791000000070 implements MigrationInterface {
  name = 'Returns1791000000070';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX approval_returned ON approval (county_id, conviction_id, round) WHERE verdict = 'return'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX approval_returned`);
  }
}

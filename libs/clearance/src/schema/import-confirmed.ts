import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who let an import count despite the doubts about it, and when: reviewers and approvers have to be able to see it. */
export class ImportConfirmed1791000000050 implements MigrationInterface {
  name = 'ImportConfirmed1791000000050';

  async up(db: QueryRunner): Promise<void> {
    // Null for an import that nobody had to confirm, and for one that was confirmed in release 0.1.0; the log has that one.
    await db.query(`ALTER TABLE import ADD COLUMN confirmed_by uuid, ADD COLUMN confirmed_at timestamptz,
      ADD FOREIGN KEY (county_id, confirmed_by) REFERENCES member (county_id, id)`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Who confirmed an import cannot be taken out of the schema again.'));
  }
}

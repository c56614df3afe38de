import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file that was replaced may be sent again, when the newer one turns out to be the wrong one. */
export class ReplacedFiles1791000000060 implements MigrationInterface {
  name = 'ReplacedFiles1791000000060';

  async up(db: QueryRunner): Promise<void> {
    // The very same file counts once, and not once for ever.
    await db.query(`DROP INDEX import_of_file`);
    await db.query(
      `CREATE UNIQUE INDEX import_of_file ON import (county_id, sha256) WHERE state NOT IN ('cancelled', 'failed', 'superseded')`,
    );
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Once a file was sent again, the older index cannot be made.'));
  }
}

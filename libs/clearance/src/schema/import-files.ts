import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files of one delivery: an import may have several, which are stored one behind the other. */
export class ImportFiles1791000000040 implements MigrationInterface {
  name = 'ImportFiles1791000000040';

  async up(db: QueryRunner): Promise<void> {
    // Each with its name, size and digest, how it is written, and how many bytes and lines stand before it. Null for an
    // import of release 0.1.0, which is one file.
    await db.query(`ALTER TABLE import ADD COLUMN files jsonb`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Which files an import has cannot be taken out of the schema again.'));
  }
}

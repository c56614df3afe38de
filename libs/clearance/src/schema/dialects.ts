import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Determinations carry the dialect in which they were made, convictions that of the determination they stand on, people
 * that of their last evaluation, and simulations that in which they count. What is there already is of 0.1.0, which wrote
 * `standard/4`. The defaults fill the old rows and go: a program that does not say its dialect writes nothing here.
 */
export class Dialects1791000000005 implements MigrationInterface {
  name = 'Dialects1791000000005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE determination ADD COLUMN dialect text NOT NULL DEFAULT 'standard/4';
      ALTER TABLE determination ALTER COLUMN dialect DROP DEFAULT;
      ALTER TABLE determination
        DROP CONSTRAINT determination_county_id_conviction_id_policy_version_as_of__key,
        ADD CONSTRAINT determination_made_once
          UNIQUE (county_id, conviction_id, policy_version, as_of, history_digest, terms_version, dialect);

      ALTER TABLE conviction ADD COLUMN dialect text DEFAULT 'standard/4';
      ALTER TABLE conviction ALTER COLUMN dialect DROP DEFAULT;

      ALTER TABLE person ADD COLUMN evaluated_dialect text DEFAULT 'standard/4';
      ALTER TABLE person ALTER COLUMN evaluated_dialect DROP DEFAULT;

      ALTER TABLE simulation ADD COLUMN dialect text NOT NULL DEFAULT 'standard/4';
      ALTER TABLE simulation ALTER COLUMN dialect DROP DEFAULT;`);
  }

  async down(): Promise<void> {
    return Promise.reject(
      new Error('There is no way back: determinations of two dialects do not fit the older table.'),
    );
  }
}

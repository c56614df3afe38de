import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole } from './tenant-table.ts';

/**
 * Attempts at sign-in and the devices that signed in well. Like accounts they are of no county: both are needed before the
 * county is known. All that names anybody is a keyed digest.
 */
export class SignInTries1791000000110 implements MigrationInterface {
  name = 'SignInTries1791000000110';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sign_in_tries (
        -- Whom the attempts were at, or nothing where they are counted for a network alone; and what is counted.
        subject text NOT NULL,
        scope text NOT NULL,
        tries timestamptz[] NOT NULL,
        -- When the last of them stops counting.
        until timestamptz NOT NULL,
        PRIMARY KEY (subject, scope)
      );
      CREATE INDEX sign_in_tries_until ON sign_in_tries (until);
      GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_tries TO ${appRole};

      CREATE TABLE known_device (
        account_id uuid NOT NULL REFERENCES account (id),
        token_hash bytea NOT NULL,
        network text NOT NULL,
        used_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, token_hash)
      );
      CREATE INDEX known_device_network ON known_device (network, used_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON known_device TO ${appRole};

      -- One counter, and it is sign_in_tries. A lock says from where the last failure came.
      ALTER TABLE account DROP COLUMN failures, DROP COLUMN failing_since, ADD COLUMN locked_from text;
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Attempts at sign-in cannot be taken out of the schema again.'));
  }
}

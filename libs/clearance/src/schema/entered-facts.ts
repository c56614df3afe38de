import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factTables } from '../facts/fact-tables.ts';

/** Facts from people, beside the state's file. */
export class EnteredFacts1791000000020 implements MigrationInterface {
  name = 'EnteredFacts1791000000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(factTables);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Facts that were entered cannot be taken out of the schema again.'));
  }
}

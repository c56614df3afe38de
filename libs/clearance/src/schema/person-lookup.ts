import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookupTables } from '../find/lookup-tables.ts';

/** By what people are found. A worker fills the tables with the people of older files, and says how far it is. */
export class PersonLookup1791000000030 implements MigrationInterface {
  name = 'PersonLookup1791000000030';

  async up(db: QueryRunner): Promise<void> {
    await db.query(lookupTables);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE county_lookup, person_token, person_lookup`);
  }
}

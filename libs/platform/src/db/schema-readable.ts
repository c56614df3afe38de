import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole } from './tenant-table.ts';

/** Lets api and workers read which migrations ran, so that one of another version refuses to start. */
export class SchemaReadable1791000000161 implements MigrationInterface {
  name = 'SchemaReadable1791000000161';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`GRANT SELECT ON migration TO ${appRole}`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('The list of migrations stays readable.'));
  }
}

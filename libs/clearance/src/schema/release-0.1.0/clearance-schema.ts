import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sampleTables } from './sample-tables.ts';
import { convictionTable } from './conviction-table.ts';
import { evaluateTables } from './evaluate-tables.ts';
import { exportTables } from './export-tables.ts';
import { importTables } from './import-tables.ts';
import { oversightTables } from './oversight-tables.ts';
import { policyTables } from './policy-tables.ts';
import { reviewTables } from './review-tables.ts';
import { simulateTables } from './simulate-tables.ts';
import { termsTables } from './terms-tables.ts';

/** Tables of the work itself, in the order in which a row flows: import, evaluate, review, approve, export. */
export class ClearanceSchema1790000000002 implements MigrationInterface {
  name = 'ClearanceSchema1790000000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(termsTables);
    await db.query(importTables);
    await db.query(convictionTable);
    await db.query(evaluateTables);
    await db.query(policyTables);
    await db.query(simulateTables);
    await db.query(sampleTables);
    await db.query(reviewTables);
    await db.query(exportTables);
    await db.query(oversightTables);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('There is no way back before the first schema.'));
  }
}

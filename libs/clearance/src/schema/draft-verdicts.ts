import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was found when a draft was checked is kept with it, so that a list of drafts checks none of them. */
export class DraftVerdicts1791000000120 implements MigrationInterface {
  name = 'DraftVerdicts1791000000120';

  async up(db: QueryRunner): Promise<void> {
    // Null for a draft of release 0.1.0, and for one that nobody could check yet: whoever opens it next has it checked.
    // JSON as text, since jsonb takes less than a draft can say.
    await db.query(`ALTER TABLE policy_draft ADD COLUMN verdict text, ADD COLUMN verdict_by text`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('What was found of drafts cannot be taken out of the schema again.'));
  }
}

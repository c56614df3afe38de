import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, currentCounty } from './tenant-table.ts';

/**
 * Row security on accounts. A county sees and changes those of its own members, adds one for a pending invitation of its
 * own, and the one way around that answers a single account to whoever names its address exactly, as sign-in does.
 * Security is not forced on the owner: the function runs as the owner, and nothing else does.
 */
export class AccountSecurity1791000000160 implements MigrationInterface {
  name = 'AccountSecurity1791000000160';

  async up(db: QueryRunner): Promise<void> {
    const member = `EXISTS (SELECT 1 FROM member m WHERE m.account_id = account.id)`;
    await db.query(`
      ALTER TABLE account ENABLE ROW LEVEL SECURITY;
      -- The member table is under row security itself: these are the members of the county of the transaction.
      CREATE POLICY of_members ON account FOR SELECT USING (${member});
      CREATE POLICY changed ON account FOR UPDATE USING (${member}) WITH CHECK (${member});
      CREATE POLICY invited ON account FOR INSERT WITH CHECK (EXISTS (
        SELECT 1 FROM invitation i WHERE i.email = account.email AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL));
      -- An account may work in several counties: its password and address are not one county's to change.
      REVOKE UPDATE ON account FROM ${appRole};
      GRANT UPDATE (locked_at, locked_from) ON account TO ${appRole};

      ALTER TABLE account_county ENABLE ROW LEVEL SECURITY;
      CREATE POLICY of_county ON account_county
        USING (county_id = ${currentCounty}) WITH CHECK (county_id = ${currentCounty});

      -- The counties are those that are active and that the transaction may see: for the installation all of them. A home is
      -- any county that the account works in.
      CREATE FUNCTION account_by_email(wanted text)
        RETURNS TABLE (id uuid, password_hash text, locked_at timestamptz, counties text[], homes text[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
          SELECT a.id, a.password_hash, a.locked_at,
                 array(SELECT ac.county_id FROM account_county ac JOIN county c ON c.id = ac.county_id
                        WHERE ac.account_id = a.id AND c.status = 'active' ORDER BY ac.county_id)::text[],
                 array(SELECT ac.county_id FROM account_county ac WHERE ac.account_id = a.id ORDER BY ac.county_id)::text[]
            FROM account a WHERE a.email = wanted
        $$;
      REVOKE ALL ON FUNCTION account_by_email(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION account_by_email(text) TO ${appRole};
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Row security is not taken off accounts again.'));
  }
}

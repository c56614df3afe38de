import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTables } from './audit-tables.ts';
import { INSTALLATION_ID } from '../../context.ts';
import { appendOnly, appRole, currentCounty, installationReads, tenantTable } from '../tenant-table.ts';

/** Tables of everything that is not clearance itself: counties, people, sessions, the log, work, files. */
export class PlatformSchema1790000000001 implements MigrationInterface {
  name = 'PlatformSchema1790000000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501'; END $$;

      -- The register of tenants is not a tenant table: its rows are the tenants. The installation sees all of them.
      CREATE TABLE county (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE,
        kind text NOT NULL CHECK (kind IN ('county', 'installation')),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
        data_key bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      ALTER TABLE county ENABLE ROW LEVEL SECURITY;
      ALTER TABLE county FORCE ROW LEVEL SECURITY;
      CREATE POLICY seen ON county FOR SELECT
        USING (id = ${currentCounty} OR ${currentCounty} = '${INSTALLATION_ID}'::uuid);
      -- A county is created in its own name, so that its log begins in the same transaction.
      CREATE POLICY created ON county FOR INSERT WITH CHECK (id = ${currentCounty});
      CREATE POLICY changed ON county FOR UPDATE USING (${currentCounty} = '${INSTALLATION_ID}'::uuid);
      GRANT SELECT, INSERT, UPDATE ON county TO ${appRole};

      -- An account is a person with a password; which counties she works in is told by account_county.
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        email text NOT NULL UNIQUE CHECK (email = lower(email)),
        password_hash text NOT NULL,
        failures int NOT NULL DEFAULT 0,
        failing_since timestamptz,
        locked_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      GRANT SELECT, INSERT, UPDATE ON account TO ${appRole};
      CREATE TABLE account_county (
        account_id uuid NOT NULL REFERENCES account (id),
        county_id uuid NOT NULL REFERENCES county (id),
        PRIMARY KEY (account_id, county_id)
      );
      GRANT SELECT, INSERT, DELETE ON account_county TO ${appRole};

      CREATE TABLE member (
        county_id uuid NOT NULL REFERENCES county (id),
        id uuid NOT NULL,
        account_id uuid NOT NULL REFERENCES account (id),
        name text NOT NULL,
        email text NOT NULL,
        roles text[] NOT NULL CHECK (cardinality(roles) > 0),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
        last_seen timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (county_id, id),
        UNIQUE (county_id, account_id)
      );
      ${tenantTable('member', 'SELECT, INSERT, UPDATE')}

      CREATE TABLE session (
        county_id uuid NOT NULL,
        id uuid NOT NULL,
        token_hash bytea NOT NULL,
        member_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        authenticated_at timestamptz NOT NULL,
        address text,
        PRIMARY KEY (county_id, id),
        UNIQUE (county_id, token_hash),
        FOREIGN KEY (county_id, member_id) REFERENCES member (county_id, id)
      );
      CREATE INDEX session_of_member ON session (county_id, member_id);
      ${tenantTable('session')}

      CREATE TABLE invitation (
        county_id uuid NOT NULL REFERENCES county (id),
        id uuid NOT NULL,
        token_hash bytea NOT NULL,
        email text NOT NULL,
        roles text[] NOT NULL CHECK (cardinality(roles) > 0),
        invited_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        PRIMARY KEY (county_id, id),
        UNIQUE (county_id, token_hash)
      );
      ${tenantTable('invitation', 'SELECT, INSERT, UPDATE')}

      -- The log: bytes are what was hashed; the other columns are copies to filter by.
      CREATE TABLE audit_head (
        county_id uuid PRIMARY KEY REFERENCES county (id),
        size bigint NOT NULL DEFAULT 0,
        range bytea NOT NULL DEFAULT '\\x',
        -- Since when, where and why the log does not fit itself: as long as this is set, nothing is decided.
        damaged_at timestamptz,
        damaged_seq bigint,
        damaged_why text
      );
      ${tenantTable('audit_head', 'SELECT, INSERT, UPDATE')}
      CREATE TABLE audit_entry (
        county_id uuid NOT NULL REFERENCES county (id),
        seq bigint NOT NULL,
        at timestamptz NOT NULL,
        -- A member's id, or the word system or anonymous.
        actor_id text NOT NULL,
        action text NOT NULL,
        target_type text NOT NULL,
        target_id text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('success', 'refused', 'failed')),
        bulk_review_id uuid,
        bytes bytea NOT NULL,
        leaf_hash bytea NOT NULL,
        PRIMARY KEY (county_id, seq)
      );
      CREATE INDEX audit_entry_target ON audit_entry (county_id, target_id, seq);
      CREATE INDEX audit_entry_action ON audit_entry (county_id, action, seq);
      CREATE INDEX audit_entry_actor ON audit_entry (county_id, actor_id, seq);
      CREATE INDEX audit_entry_bulk ON audit_entry (county_id, bulk_review_id, seq) WHERE bulk_review_id IS NOT NULL;
      ${tenantTable('audit_entry', 'SELECT, INSERT')}
      ${appendOnly('audit_entry')}
      ${auditTables}

      -- The ledger of long work. It holds counts and ids only, so the installation may watch its health.
      CREATE TABLE work (
        county_id uuid NOT NULL REFERENCES county (id),
        id uuid NOT NULL,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        title text NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'waiting', 'done', 'failed', 'cancelled', 'overtaken')),
        done bigint NOT NULL DEFAULT 0,
        total bigint NOT NULL DEFAULT 0,
        unit text NOT NULL,
        started_by uuid NOT NULL,
        -- Any one of these permissions is needed to end it or to let it go on; and whether that makes sense at all.
        rights text[] NOT NULL,
        cancellable boolean NOT NULL,
        resumable boolean NOT NULL DEFAULT true,
        -- When the present phase began or went on, and how much was done by then: what was done since tells the pace.
        began_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        began_done bigint NOT NULL DEFAULT 0,
        -- What runs next, and what runs once per open chunk before it.
        next_job text NOT NULL,
        chunk_job text,
        failures int NOT NULL DEFAULT 0,
        problem text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        rung_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        PRIMARY KEY (county_id, id)
      );
      CREATE INDEX work_open ON work (county_id, rung_at) WHERE state = 'running';
      ${tenantTable('work', 'SELECT, INSERT, UPDATE')}
      ${installationReads('work', INSTALLATION_ID)}
      CREATE TABLE work_chunk (
        county_id uuid NOT NULL,
        work_id uuid NOT NULL,
        no int NOT NULL,
        first_key bigint NOT NULL,
        last_key bigint NOT NULL,
        done_at timestamptz,
        failures int NOT NULL DEFAULT 0,
        problem text,
        PRIMARY KEY (county_id, work_id, no),
        FOREIGN KEY (county_id, work_id) REFERENCES work (county_id, id)
      );
      ${tenantTable('work_chunk', 'SELECT, INSERT, UPDATE, DELETE')}
      CREATE FUNCTION tell_work() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_notify('work', NEW.county_id || '.' || NEW.id); RETURN NULL; END $$;
      CREATE TRIGGER tell_work AFTER INSERT OR UPDATE ON work FOR EACH ROW EXECUTE FUNCTION tell_work();

      -- Volumes that an operator may see: figures only, written by the county's own jobs.
      CREATE TABLE county_volume (
        county_id uuid PRIMARY KEY REFERENCES county (id),
        members int NOT NULL DEFAULT 0,
        imports int NOT NULL DEFAULT 0,
        convictions int NOT NULL DEFAULT 0
      );
      ${tenantTable('county_volume', 'SELECT, INSERT, UPDATE')}
      ${installationReads('county_volume', INSTALLATION_ID)}

      -- How a county has set up its work; what is not here has its default.
      CREATE TABLE county_setting (
        county_id uuid PRIMARY KEY REFERENCES county (id),
        settings jsonb NOT NULL
      );
      ${tenantTable('county_setting', 'SELECT, INSERT, UPDATE')}

      CREATE TABLE outbox_mail (
        county_id uuid NOT NULL REFERENCES county (id),
        id uuid NOT NULL,
        recipient text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        at timestamptz NOT NULL,
        sent_at timestamptz,
        PRIMARY KEY (county_id, id)
      );
      ${tenantTable('outbox_mail', 'SELECT, INSERT, UPDATE')}
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('There is no way back before the first schema.'));
  }
}

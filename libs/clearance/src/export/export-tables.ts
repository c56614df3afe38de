import { tenantTable } from '@clearance/platform';

/** Exports of the audit log, and the files of those that are built. */
export const exportTables = `
  CREATE TABLE audit_export (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    purpose text NOT NULL,
    filter jsonb NOT NULL,
    first_seq bigint NOT NULL,
    last_seq bigint NOT NULL,
    count int NOT NULL,
    -- Size of a checkpoint that somebody holds elsewhere: the bundle proves that the log goes on from it.
    held_checkpoint bigint,
    -- Size of the log in the bundle's own checkpoint; NULL until it is built.
    checkpoint_size bigint,
    requested_by uuid NOT NULL,
    requested_roles text[] NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    downloads int NOT NULL DEFAULT 0,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, requested_by) REFERENCES member (county_id, id)
  );
  ${tenantTable('audit_export', 'SELECT, INSERT, UPDATE')}
  CREATE TABLE audit_export_file (
    county_id uuid NOT NULL,
    export_id uuid NOT NULL,
    format text NOT NULL,
    -- Of this attempt and no other: a file that is being downloaded is never replaced.
    stored_as text NOT NULL,
    bytes bigint NOT NULL,
    sha256 text NOT NULL,
    crc32 bigint NOT NULL,
    PRIMARY KEY (county_id, export_id, format),
    FOREIGN KEY (county_id, export_id) REFERENCES audit_export (county_id, id)
  );
  ${tenantTable('audit_export_file', 'SELECT, INSERT')}`;

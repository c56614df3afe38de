import { tenantTable } from '@clearance/platform';

/** Exports of the audit log. */
export const exportTables = `
  CREATE TABLE audit_export (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    purpose text NOT NULL,
    filter jsonb NOT NULL,
    first_seq bigint NOT NULL,
    last_seq bigint NOT NULL,
    count int NOT NULL,
    csv_bytes bigint,
    csv_sha256 text,
    jsonl_bytes bigint,
    jsonl_sha256 text,
    requested_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    downloads int NOT NULL DEFAULT 0,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, requested_by) REFERENCES member (county_id, id)
  );
  ${tenantTable('audit_export', 'SELECT, INSERT, UPDATE')}`;

import { tenantTable } from '@clearance/platform';

/** Policies that nobody is judged by yet. Published ones stand with the evaluations. */
export const policyTables = `
  CREATE TABLE policy_draft (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    title text NOT NULL,
    -- JSON as it was written, which may be no policy yet: text, since jsonb takes less than JSON can say.
    body text NOT NULL,
    digest text NOT NULL,
    -- What it began as.
    base_kind text NOT NULL CHECK (base_kind IN ('preset', 'policy')),
    base_name text NOT NULL,
    base_version int,
    version int NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, updated_by) REFERENCES member (county_id, id)
  );
  ${tenantTable('policy_draft')}`;

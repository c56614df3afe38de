import { tenantTable } from '@clearance/platform';

/** Samples that approvers look at before they approve many at once. */
export const sampleTables = `
  CREATE TABLE sample (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    approver_id uuid NOT NULL,
    filter jsonb NOT NULL,
    -- Exactly the set that was seen, with the versions that were seen: what moves in it later can be told.
    digest text NOT NULL,
    count int NOT NULL,
    members uuid[] NOT NULL,
    versions int[] NOT NULL,
    confidence float8 NOT NULL,
    tolerated float8 NOT NULL,
    -- Random, and known to nobody before an approval quotes it: who knows it can repeat the draw.
    seed bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (county_id, id),
    -- Nobody draws until it looks good.
    UNIQUE (county_id, approver_id, digest),
    FOREIGN KEY (county_id, approver_id) REFERENCES member (county_id, id)
  );
  ${tenantTable('sample', 'SELECT, INSERT, UPDATE')}
  CREATE TABLE sample_item (
    county_id uuid NOT NULL,
    sample_id uuid NOT NULL,
    conviction_id uuid NOT NULL,
    version int NOT NULL,
    why text NOT NULL CHECK (why IN ('drawn', 'override')),
    finding text CHECK (finding IN ('good', 'defect')),
    note text,
    found_at timestamptz,
    PRIMARY KEY (county_id, sample_id, conviction_id),
    FOREIGN KEY (county_id, sample_id) REFERENCES sample (county_id, id),
    FOREIGN KEY (county_id, conviction_id) REFERENCES conviction (county_id, id)
  );
  CREATE INDEX sample_item_of_conviction ON sample_item (county_id, conviction_id);
  ${tenantTable('sample_item', 'SELECT, INSERT, UPDATE')}`;

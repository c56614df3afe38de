import { appendOnly, tenantTable } from '@clearance/platform';

/** That somebody looks at the log: each review signs off the entries since the one before. */
export const oversightTables = `
  CREATE TABLE log_review (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    first_seq bigint NOT NULL CHECK (first_seq > 0),
    last_seq bigint NOT NULL,
    period_from timestamptz NOT NULL,
    period_to timestamptz NOT NULL,
    note text NOT NULL,
    reviewed_by uuid NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (county_id, id),
    -- Of two who sign at the same time, one has looked at what the other has signed off.
    UNIQUE (county_id, first_seq),
    CHECK (last_seq >= first_seq),
    FOREIGN KEY (county_id, reviewed_by) REFERENCES member (county_id, id)
  );
  ${tenantTable('log_review', 'SELECT, INSERT')}
  ${appendOnly('log_review')}`;

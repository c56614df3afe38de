import { tenantTable } from '@clearance/platform';

/** A conviction and where it stands; changed by `standing.ts` only. */
export const convictionTable = `
  CREATE TABLE conviction (
    -- What is read of every conviction of a county to filter, count and group it stands first, and in it what is never
    -- null and always as long: a row is unpacked from its beginning, and a third of a page's time went into that.
    county_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    import_id uuid NOT NULL,
    since timestamptz NOT NULL,
    decade int NOT NULL,
    version int NOT NULL DEFAULT 1,
    vanished boolean NOT NULL DEFAULT false,
    changed boolean NOT NULL DEFAULT false,
    -- Where it stands. These columns are what the queue filters by; the truth behind them is only ever appended.
    state text NOT NULL DEFAULT 'imported',
    severity text NOT NULL DEFAULT 'unknown',
    section text NOT NULL DEFAULT '',
    court text NOT NULL,
    flags text[] NOT NULL DEFAULT '{}',
    recommender_ids uuid[] NOT NULL DEFAULT '{}',
    outcome text,
    rule_id text,
    decision text,
    recommender_id uuid,
    date_from date,
    bulk_review_id uuid,
    -- Until then an approval can be taken back.
    releases_at timestamptz,
    recommended_at timestamptz,
    determination_id uuid,
    -- Under what it was determined: a version of the policy, and one of the county's terms.
    policy_version int,
    terms_version int,
    recommendation_id uuid,
    reason text,
    case_number text NOT NULL,
    offense text NOT NULL,
    date_text text,
    history_digest text NOT NULL,
    FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id),
    FOREIGN KEY (county_id, import_id) REFERENCES import (county_id, id)
  )
  -- A new county is a small part of all: without this its rows would not be counted, and the planner would take it for empty.
  WITH (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 10000);
  -- These two begin unlike the primary key: of a new table the planner knows nothing, and would take a smaller index that
  -- begins like it to look through the whole county for each conviction that a determination refers to.
  CREATE INDEX conviction_of_person ON conviction (person_id, county_id);
  CREATE INDEX conviction_of_import ON conviction (import_id, county_id);
  CREATE INDEX conviction_by_state ON conviction (county_id, state, outcome, rule_id, since, id);
  CREATE INDEX conviction_by_date ON conviction (county_id, date_from, id);
  CREATE INDEX conviction_by_case ON conviction (county_id, case_number text_pattern_ops, id);
  CREATE INDEX conviction_of_bulk ON conviction (county_id, bulk_review_id) WHERE bulk_review_id IS NOT NULL;
  CREATE INDEX conviction_to_release ON conviction (county_id, releases_at) WHERE state = 'approved';
  -- Last: of equals the planner takes the youngest.
  ALTER TABLE conviction ADD PRIMARY KEY (county_id, id);
  ${tenantTable('conviction', 'SELECT, INSERT, UPDATE')}`;

import { tenantTable } from '@clearance/platform';

/** A conviction and where it stands; changed by `standing.ts` only. */
export const convictionTable = `
  CREATE TABLE conviction (
    county_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    import_id uuid NOT NULL,
    case_number text NOT NULL,
    offense text NOT NULL,
    court text NOT NULL,
    date_text text,
    date_from date,
    decade int NOT NULL,
    history_digest text NOT NULL,
    vanished boolean NOT NULL DEFAULT false,
    changed boolean NOT NULL DEFAULT false,
    -- Where it stands. These columns are what the queue filters by; the truth behind them is only ever appended.
    state text NOT NULL DEFAULT 'imported',
    version int NOT NULL DEFAULT 1,
    since timestamptz NOT NULL,
    section text NOT NULL DEFAULT '',
    severity text NOT NULL DEFAULT 'unknown',
    determination_id uuid,
    outcome text,
    rule_id text,
    reason text,
    flags text[] NOT NULL DEFAULT '{}',
    recommendation_id uuid,
    decision text,
    recommender_id uuid,
    recommender_ids uuid[] NOT NULL DEFAULT '{}',
    recommended_at timestamptz,
    bulk_review_id uuid,
    -- Until then an approval can be taken back.
    releases_at timestamptz,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id),
    FOREIGN KEY (county_id, import_id) REFERENCES import (county_id, id)
  );
  CREATE INDEX conviction_of_person ON conviction (county_id, person_id);
  CREATE INDEX conviction_by_state ON conviction (county_id, state, outcome, rule_id, since, id);
  CREATE INDEX conviction_by_date ON conviction (county_id, date_from, id);
  CREATE INDEX conviction_by_case ON conviction (county_id, case_number text_pattern_ops, id);
  CREATE INDEX conviction_of_import ON conviction (county_id, import_id);
  CREATE INDEX conviction_of_bulk ON conviction (county_id, bulk_review_id) WHERE bulk_review_id IS NOT NULL;
  CREATE INDEX conviction_to_release ON conviction (county_id, releases_at) WHERE state = 'approved';
  ${tenantTable('conviction', 'SELECT, INSERT, UPDATE')}`;

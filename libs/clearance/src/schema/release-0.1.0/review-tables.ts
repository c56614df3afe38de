import { appendOnly, tenantTable } from '@clearance/platform';

/** Recommendations, approvals, and the bulk reviews that made many of them at once. */
export const reviewTables = `
  CREATE TABLE bulk_review (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    verb text NOT NULL CHECK (verb IN ('recommend', 'approve', 'return', 'withdraw', 'undo')),
    decision text,
    filter jsonb NOT NULL,
    -- What the set was made of, so that a list can say it.
    sections jsonb NOT NULL DEFAULT '{}',
    decisions jsonb NOT NULL DEFAULT '{}',
    count int NOT NULL,
    digest text NOT NULL,
    note text,
    started_by uuid NOT NULL,
    roles text[] NOT NULL,
    request_key text NOT NULL,
    skipped int NOT NULL DEFAULT 0,
    -- What was looked at before an approval, and what it showed; the defect whose like a return sends back.
    sample_id uuid,
    sample jsonb,
    -- How long each of an approval can be taken back, and from when the first cannot.
    undo_hours int,
    releases_at timestamptz,
    undoes uuid,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (county_id, id),
    UNIQUE (county_id, started_by, request_key),
    FOREIGN KEY (county_id, started_by) REFERENCES member (county_id, id),
    FOREIGN KEY (county_id, sample_id) REFERENCES sample (county_id, id),
    FOREIGN KEY (county_id, undoes) REFERENCES bulk_review (county_id, id)
  );
  ${tenantTable('bulk_review', 'SELECT, INSERT, UPDATE')}
  -- Exactly the set that the person saw, with the versions she saw.
  CREATE TABLE bulk_review_item (
    county_id uuid NOT NULL,
    bulk_review_id uuid NOT NULL,
    no int NOT NULL,
    conviction_id uuid NOT NULL,
    version int NOT NULL,
    -- No foreign keys: it is written by one statement from the convictions themselves, none of which is ever deleted, and
    -- two checks for each of sixty thousand would cost more than everything else.
    PRIMARY KEY (county_id, bulk_review_id, no)
  );
  ${tenantTable('bulk_review_item', 'SELECT, INSERT')}

  CREATE TABLE recommendation (
    county_id uuid NOT NULL,
    id uuid NOT NULL,
    conviction_id uuid NOT NULL,
    -- The version of the conviction that was decided on: nobody decides twice on the same.
    version int NOT NULL,
    decision text NOT NULL
      CHECK (decision IN ('dismiss', 'reduce', 'challenge', 'refer', 'exclude', 'ask_for_facts', 'withdraw')),
    note text,
    legal_basis text,
    determination_id uuid,
    history_digest text NOT NULL,
    recommender_id uuid NOT NULL,
    at timestamptz NOT NULL,
    bulk_review_id uuid,
    PRIMARY KEY (county_id, id),
    UNIQUE (county_id, conviction_id, version),
    UNIQUE (county_id, id, recommender_id, conviction_id),
    FOREIGN KEY (county_id, conviction_id) REFERENCES conviction (county_id, id),
    FOREIGN KEY (county_id, determination_id) REFERENCES determination (county_id, id),
    FOREIGN KEY (county_id, recommender_id) REFERENCES member (county_id, id),
    FOREIGN KEY (county_id, bulk_review_id) REFERENCES bulk_review (county_id, id)
  ) WITH (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 10000);
  CREATE INDEX recommendation_by_person ON recommendation (county_id, recommender_id, conviction_id);
  ${tenantTable('recommendation', 'SELECT, INSERT')}
  ${appendOnly('recommendation')}

  CREATE TABLE approval (
    county_id uuid NOT NULL,
    id uuid NOT NULL,
    conviction_id uuid NOT NULL,
    round int NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('approve', 'return', 'undo')),
    note text,
    recommendation_id uuid NOT NULL,
    recommender_id uuid NOT NULL,
    approver_id uuid NOT NULL,
    history_digest text NOT NULL,
    at timestamptz NOT NULL,
    bulk_review_id uuid,
    PRIMARY KEY (county_id, id),
    UNIQUE (county_id, conviction_id, round),
    -- Two people: the key makes sure that recommender_id is the one who did, the check that it is somebody else.
    FOREIGN KEY (county_id, recommendation_id, recommender_id, conviction_id)
      REFERENCES recommendation (county_id, id, recommender_id, conviction_id),
    CONSTRAINT two_people CHECK (approver_id <> recommender_id),
    FOREIGN KEY (county_id, approver_id) REFERENCES member (county_id, id),
    FOREIGN KEY (county_id, bulk_review_id) REFERENCES bulk_review (county_id, id)
  );
  CREATE INDEX approval_by_day ON approval (county_id, at);
  ${tenantTable('approval', 'SELECT, INSERT')}
  ${appendOnly('approval')}
  -- Nor anybody who recommended it in an earlier round. OFFSET 0 has each approval looked up by itself: as a join, of a
  -- county that the planner does not know yet, every recommendation would be held against every approval.
  CREATE FUNCTION refuse_own_recommendation() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (
      SELECT 1 FROM approved a WHERE EXISTS (
        SELECT 1 FROM recommendation r
         WHERE r.county_id = a.county_id AND r.conviction_id = a.conviction_id AND r.recommender_id = a.approver_id
           AND r.decision NOT IN ('ask_for_facts', 'withdraw') OFFSET 0)
    ) THEN RAISE EXCEPTION 'approved by a person who recommended it' USING ERRCODE = '23514', CONSTRAINT = 'two_people';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER two_people AFTER INSERT ON approval
    REFERENCING NEW TABLE AS approved FOR EACH STATEMENT EXECUTE FUNCTION refuse_own_recommendation();`;

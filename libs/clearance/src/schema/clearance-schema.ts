import { appendOnly, tenantTable } from '@clearance/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the work itself, in the order in which a row flows: import, evaluate, review, approve, export. */
export class ClearanceSchema1790000000002 implements MigrationInterface {
  name = 'ClearanceSchema1790000000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(importTables);
    await db.query(convictionTable);
    await db.query(evaluateTables);
    await db.query(reviewTables);
    await db.query(exportTables);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('There is no way back before the first schema.'));
  }
}

const importTables = `
  CREATE TABLE import (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    file_name text NOT NULL,
    bytes bigint NOT NULL,
    sha256 text NOT NULL,
    state text NOT NULL,
    encoding text NOT NULL,
    header boolean NOT NULL,
    bytes_read bigint NOT NULL DEFAULT 0,
    lines_read int NOT NULL DEFAULT 0,
    rows int NOT NULL DEFAULT 0,
    rejected int NOT NULL DEFAULT 0,
    people int NOT NULL DEFAULT 0,
    convictions int NOT NULL DEFAULT 0,
    unchanged int NOT NULL DEFAULT 0,
    changed int NOT NULL DEFAULT 0,
    vanished int NOT NULL DEFAULT 0,
    -- Court rows by the county they name: tells another county's file before anything counts.
    court_counties jsonb NOT NULL DEFAULT '{}',
    -- Dispositions of this county's courts that no dictionary holds: their counts are determined by nobody yet.
    unknown_dispositions jsonb NOT NULL DEFAULT '{}',
    uploaded_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, uploaded_by) REFERENCES member (county_id, id)
  );
  -- The same file counts once; a cancelled one may come again.
  CREATE UNIQUE INDEX import_of_file ON import (county_id, sha256) WHERE state <> 'cancelled';
  CREATE UNIQUE INDEX import_at_work ON import (county_id) WHERE state IN ('reading', 'waiting', 'counting');
  ${tenantTable('import', 'SELECT, INSERT, UPDATE')}

  CREATE TABLE import_person (
    county_id uuid NOT NULL,
    import_id uuid NOT NULL,
    person_no int NOT NULL,
    person_id uuid NOT NULL,
    cii_sealed bytea NOT NULL,
    cii_last4 text NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (county_id, import_id, person_no),
    UNIQUE (county_id, import_id, person_id),
    FOREIGN KEY (county_id, import_id) REFERENCES import (county_id, id)
  );
  ${tenantTable('import_person', 'SELECT, INSERT, DELETE')}

  CREATE TABLE history_row (
    county_id uuid NOT NULL,
    import_id uuid NOT NULL,
    line_no int NOT NULL,
    person_no int NOT NULL,
    byte_offset bigint NOT NULL,
    -- The kept cells of the line joined by U+001F: one value, since only whole histories are ever read.
    cells text NOT NULL,
    -- A line belongs to one person for good, so this also keeps it from being stored twice. One index and no second
    -- that begins alike: with a file just loaded the planner cannot tell them apart and may read the whole of it.
    PRIMARY KEY (county_id, import_id, person_no, line_no),
    FOREIGN KEY (county_id, import_id) REFERENCES import (county_id, id)
  );
  ${tenantTable('history_row', 'SELECT, INSERT, DELETE')}

  -- What the row said stays in the encrypted original: it may hold numbers that belong in no table.
  CREATE TABLE rejected_row (
    county_id uuid NOT NULL,
    import_id uuid NOT NULL,
    line_no int NOT NULL,
    byte_offset bigint NOT NULL,
    reason text NOT NULL,
    detail text NOT NULL,
    PRIMARY KEY (county_id, import_id, line_no),
    FOREIGN KEY (county_id, import_id) REFERENCES import (county_id, id)
  );
  ${tenantTable('rejected_row', 'SELECT, INSERT, DELETE')}

  -- A person as the newest file has her: the same CII number gives the same opaque id in every file of the county.
  CREATE TABLE person (
    county_id uuid NOT NULL,
    id uuid NOT NULL,
    import_id uuid NOT NULL,
    person_no int NOT NULL,
    name text NOT NULL,
    history_digest text NOT NULL,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, import_id, person_no) REFERENCES import_person (county_id, import_id, person_no)
  );
  CREATE INDEX person_of_import ON person (county_id, import_id, person_no);
  ${tenantTable('person', 'SELECT, INSERT, UPDATE')}`;

const convictionTable = `
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
  ${tenantTable('conviction', 'SELECT, INSERT, UPDATE')}`;

const evaluateTables = `
  CREATE TABLE policy (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    version int NOT NULL,
    name text NOT NULL,
    body jsonb NOT NULL,
    digest text NOT NULL,
    published_by uuid NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (county_id, id),
    UNIQUE (county_id, version),
    FOREIGN KEY (county_id, published_by) REFERENCES member (county_id, id)
  );
  ${tenantTable('policy', 'SELECT, INSERT')}
  ${appendOnly('policy')}

  CREATE TABLE evaluation (
    county_id uuid NOT NULL,
    id uuid NOT NULL,
    policy_id uuid NOT NULL,
    as_of date NOT NULL,
    import_id uuid,
    people int NOT NULL DEFAULT 0,
    convictions int NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, policy_id) REFERENCES policy (county_id, id),
    FOREIGN KEY (county_id, import_id) REFERENCES import (county_id, id)
  );
  ${tenantTable('evaluation', 'SELECT, INSERT, UPDATE')}
  -- The people of an evaluation, numbered, so that its chunks are ranges.
  CREATE TABLE evaluation_person (
    county_id uuid NOT NULL,
    evaluation_id uuid NOT NULL,
    no int NOT NULL,
    person_id uuid NOT NULL,
    PRIMARY KEY (county_id, evaluation_id, no),
    FOREIGN KEY (county_id, evaluation_id) REFERENCES evaluation (county_id, id),
    FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id)
  );
  ${tenantTable('evaluation_person', 'SELECT, INSERT, DELETE')}

  CREATE TABLE determination (
    county_id uuid NOT NULL,
    id uuid NOT NULL,
    conviction_id uuid NOT NULL,
    policy_version int NOT NULL,
    as_of date NOT NULL,
    history_digest text NOT NULL,
    outcome text NOT NULL,
    rule_id text NOT NULL,
    -- The whole determination with its trace, as the bytes that a replay must give again.
    body text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (county_id, id),
    UNIQUE (county_id, conviction_id, policy_version, as_of, history_digest),
    FOREIGN KEY (county_id, conviction_id) REFERENCES conviction (county_id, id),
    FOREIGN KEY (county_id, policy_version) REFERENCES policy (county_id, version)
  );
  ${tenantTable('determination', 'SELECT, INSERT')}
  ${appendOnly('determination')}`;

const reviewTables = `
  CREATE TABLE bulk_review (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    verb text NOT NULL CHECK (verb IN ('recommend', 'approve', 'return')),
    decision text,
    filter jsonb NOT NULL,
    count int NOT NULL,
    digest text NOT NULL,
    note text,
    started_by uuid NOT NULL,
    roles text[] NOT NULL,
    request_key text NOT NULL,
    skipped int NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (county_id, id),
    UNIQUE (county_id, started_by, request_key),
    FOREIGN KEY (county_id, started_by) REFERENCES member (county_id, id)
  );
  ${tenantTable('bulk_review', 'SELECT, INSERT, UPDATE')}
  -- Exactly the set that the person saw, with the versions she saw.
  CREATE TABLE bulk_review_item (
    county_id uuid NOT NULL,
    bulk_review_id uuid NOT NULL,
    no int NOT NULL,
    conviction_id uuid NOT NULL,
    version int NOT NULL,
    PRIMARY KEY (county_id, bulk_review_id, no),
    FOREIGN KEY (county_id, bulk_review_id) REFERENCES bulk_review (county_id, id),
    FOREIGN KEY (county_id, conviction_id) REFERENCES conviction (county_id, id)
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
  );
  CREATE INDEX recommendation_by_person ON recommendation (county_id, recommender_id, conviction_id);
  ${tenantTable('recommendation', 'SELECT, INSERT')}
  ${appendOnly('recommendation')}

  CREATE TABLE approval (
    county_id uuid NOT NULL,
    id uuid NOT NULL,
    conviction_id uuid NOT NULL,
    round int NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('approve', 'return')),
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
  -- Nor anybody who recommended it in an earlier round.
  CREATE FUNCTION refuse_own_recommendation() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (
      SELECT 1 FROM approved a JOIN recommendation r
        ON r.county_id = a.county_id AND r.conviction_id = a.conviction_id AND r.recommender_id = a.approver_id
       WHERE r.decision NOT IN ('ask_for_facts', 'withdraw')
    ) THEN RAISE EXCEPTION 'approved by a person who recommended it' USING ERRCODE = '23514', CONSTRAINT = 'two_people';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER two_people AFTER INSERT ON approval
    REFERENCING NEW TABLE AS approved FOR EACH STATEMENT EXECUTE FUNCTION refuse_own_recommendation();`;

const exportTables = `
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

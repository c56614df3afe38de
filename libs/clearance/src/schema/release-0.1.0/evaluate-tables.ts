import { appendOnly, tenantTable } from '@clearance/platform';

/** Policies, evaluations and their determinations. */
export const evaluateTables = `
  CREATE TABLE policy (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    version int NOT NULL,
    name text NOT NULL,
    body jsonb NOT NULL,
    digest text NOT NULL,
    -- The preset that was published, or 'draft'; and what the person who published it said about it.
    origin text NOT NULL,
    note text,
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
    -- Whose words it was evaluated in: a version of the county's terms, 0 for those shipped.
    terms_version int NOT NULL,
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
    terms_version int NOT NULL,
    history_digest text NOT NULL,
    outcome text NOT NULL,
    rule_id text NOT NULL,
    legal_basis text NOT NULL,
    -- The whole determination with its trace, compressed: the bytes that a replay must give again.
    body bytea NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (county_id, id),
    UNIQUE (county_id, conviction_id, policy_version, as_of, history_digest, terms_version),
    FOREIGN KEY (county_id, conviction_id) REFERENCES conviction (county_id, id),
    FOREIGN KEY (county_id, policy_version) REFERENCES policy (county_id, version)
  );
  ALTER TABLE determination ALTER COLUMN body SET STORAGE EXTERNAL;
  ${tenantTable('determination', 'SELECT, INSERT')}
  ${appendOnly('determination')}`;

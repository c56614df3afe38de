import { tenantTable } from '@clearance/platform';

/** Policies tried over the county's people, and what each did. Nobody's conviction moves by any of it. */
export const simulateTables = `
  -- A simulation has a candidate; a count of the published policy alone (kind 'impact') has none.
  CREATE TABLE simulation (
    county_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('simulation', 'impact')),
    base_policy_id uuid NOT NULL,
    candidate jsonb,
    candidate_digest text,
    candidate_ref text,
    candidate_label text,
    as_of date NOT NULL,
    terms_version int NOT NULL,
    import_id uuid,
    -- Digest of everything that the result depends on: the same again need not be counted again.
    inputs text NOT NULL,
    people int NOT NULL DEFAULT 0,
    convictions int NOT NULL DEFAULT 0,
    -- As it was counted: jsonb would not keep the order of its parts.
    result json,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, base_policy_id) REFERENCES policy (county_id, id),
    FOREIGN KEY (county_id, import_id) REFERENCES import (county_id, id)
  );
  CREATE INDEX simulation_of_inputs ON simulation (county_id, inputs);
  CREATE INDEX simulation_of_candidate ON simulation (county_id, candidate_digest, created_at);
  ${tenantTable('simulation', 'SELECT, INSERT, UPDATE')}

  -- Whom each chunk is about. One row for a thousand people: they are only ever read together, and thrown away after.
  CREATE TABLE simulation_people (
    county_id uuid NOT NULL,
    simulation_id uuid NOT NULL,
    no int NOT NULL,
    person_ids uuid[] NOT NULL,
    PRIMARY KEY (county_id, simulation_id, no),
    FOREIGN KEY (county_id, simulation_id) REFERENCES simulation (county_id, id)
  );
  ${tenantTable('simulation_people', 'SELECT, INSERT, DELETE')}

  -- What a chunk counted, until all of it is added up.
  CREATE TABLE simulation_part (
    county_id uuid NOT NULL,
    simulation_id uuid NOT NULL,
    no int NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (county_id, simulation_id, no),
    FOREIGN KEY (county_id, simulation_id) REFERENCES simulation (county_id, id)
  );
  ${tenantTable('simulation_part', 'SELECT, INSERT, DELETE')}

  CREATE TABLE simulation_move (
    county_id uuid NOT NULL,
    simulation_id uuid NOT NULL,
    no int NOT NULL,
    person_id uuid NOT NULL,
    -- It has a row of its own once the published policy speaks of it; a candidate may speak of more.
    conviction_id uuid NOT NULL,
    case_number text NOT NULL,
    section text NOT NULL,
    severity text NOT NULL,
    date date,
    from_outcome text NOT NULL,
    from_rule text NOT NULL,
    from_agency text,
    from_order text,
    to_outcome text NOT NULL,
    to_rule text NOT NULL,
    to_agency text,
    to_order text,
    moved_in text NOT NULL,
    moved_by text NOT NULL,
    PRIMARY KEY (county_id, simulation_id, no),
    FOREIGN KEY (county_id, simulation_id) REFERENCES simulation (county_id, id)
  );
  ${tenantTable('simulation_move', 'SELECT, INSERT, DELETE')}`;

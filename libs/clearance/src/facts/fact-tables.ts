import { appendOnly, tenantTable } from '@clearance/platform';

/** Facts that people entered beside the state's file. Neither a fact nor its withdrawal ever changes. */
export const factTables = `
  CREATE TABLE entered_fact (
    county_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    -- With the key of the conviction that it is about, where it is about one: a newer file may give it again.
    value jsonb NOT NULL,
    source text NOT NULL,
    reference text NOT NULL,
    entered_by uuid NOT NULL,
    -- As it was then: a determination made on the fact shows it, and is made again to the byte.
    entered_by_name text NOT NULL,
    entered_on date NOT NULL,
    entered_at timestamptz NOT NULL,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id),
    FOREIGN KEY (county_id, entered_by) REFERENCES member (county_id, id)
  );
  CREATE INDEX entered_fact_of_person ON entered_fact (person_id, county_id);
  ${tenantTable('entered_fact', 'SELECT, INSERT')}
  ${appendOnly('entered_fact')}

  CREATE TABLE entered_fact_withdrawal (
    county_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    reason text NOT NULL,
    withdrawn_by uuid NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    PRIMARY KEY (county_id, fact_id),
    FOREIGN KEY (county_id, fact_id) REFERENCES entered_fact (county_id, id),
    FOREIGN KEY (county_id, withdrawn_by) REFERENCES member (county_id, id)
  );
  ${tenantTable('entered_fact_withdrawal', 'SELECT, INSERT')}
  ${appendOnly('entered_fact_withdrawal')}

  -- The facts that a determination was made on, so that it can be made again after one was withdrawn.
  ALTER TABLE determination ADD COLUMN fact_ids uuid[] NOT NULL DEFAULT '{}';

  -- Names the text of a row that could not be read, so that what somebody said of it holds in a newer file as well.
  ALTER TABLE rejected_row ADD COLUMN mark uuid;`;

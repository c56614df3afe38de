import { tenantTable } from '@clearance/platform';

/** What an import appends: the file, its people, their rows, and the rows that could not be read. */
export const importTables = `
  CREATE TABLE import (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    file_name text NOT NULL,
    bytes bigint NOT NULL,
    sha256 text NOT NULL,
    state text NOT NULL,
    encoding text NOT NULL,
    header boolean NOT NULL,
    -- Where its stretches begin, each as bytes and lines before it: one job reads one stretch.
    begins jsonb NOT NULL,
    bytes_read bigint NOT NULL DEFAULT 0,
    rows int NOT NULL DEFAULT 0,
    rejected int NOT NULL DEFAULT 0,
    people int NOT NULL DEFAULT 0,
    convictions int NOT NULL DEFAULT 0,
    -- Of what the policy speaks of: convictions that no older file had, that stayed the same, that changed, that are gone.
    fresh int NOT NULL DEFAULT 0,
    unchanged int NOT NULL DEFAULT 0,
    changed int NOT NULL DEFAULT 0,
    vanished int NOT NULL DEFAULT 0,
    -- Court rows by the county they name: tells another county's file before anything counts.
    court_counties jsonb NOT NULL DEFAULT '{}',
    -- Why somebody has to say that it is the right file before it counts; kept when she did.
    doubts text[] NOT NULL DEFAULT '{}',
    -- The file that it takes the place of, and how many people of that one it has as well. NULL for a county's first.
    replaces uuid,
    shared_people int,
    -- Dispositions of this county's courts that no dictionary holds: their counts are determined by nobody yet.
    unknown_dispositions jsonb NOT NULL DEFAULT '{}',
    -- The day on which ages and years are counted when its people are evaluated.
    as_of date,
    uploaded_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, uploaded_by) REFERENCES member (county_id, id),
    FOREIGN KEY (county_id, replaces) REFERENCES import (county_id, id)
  );
  -- The same file counts once; a cancelled one may come again, and one of which nothing could be read.
  CREATE UNIQUE INDEX import_of_file ON import (county_id, sha256) WHERE state NOT IN ('cancelled', 'failed');
  CREATE UNIQUE INDEX import_at_work ON import (county_id) WHERE state IN ('reading', 'waiting', 'counting');
  ${tenantTable('import', 'SELECT, INSERT, UPDATE')}

  CREATE TABLE import_person (
    county_id uuid NOT NULL,
    import_id uuid NOT NULL,
    -- The line of her first row.
    person_no int NOT NULL,
    person_id uuid NOT NULL,
    cii_sealed bytea NOT NULL,
    cii_last4 text NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (county_id, import_id, person_no),
    -- Begins unlike the primary key: while a file is being loaded the planner cannot tell two that begin alike apart.
    UNIQUE (county_id, person_id, import_id),
    FOREIGN KEY (county_id, import_id) REFERENCES import (county_id, id)
  );
  ${tenantTable('import_person', 'SELECT, INSERT, UPDATE, DELETE')}

  -- Lines of one person that stood together: where each begins and its kept cells, compressed, as one value, since only
  -- whole histories are ever read.
  CREATE TABLE history_part (
    county_id uuid NOT NULL,
    import_id uuid NOT NULL,
    person_no int NOT NULL,
    line_no int NOT NULL,
    rows int NOT NULL,
    packed bytea NOT NULL,
    -- A line belongs to one person for good, so this also keeps it from being stored twice. One index and no second
    -- that begins alike: with a file just loaded the planner cannot tell them apart and may read the whole of it.
    PRIMARY KEY (county_id, import_id, person_no, line_no),
    FOREIGN KEY (county_id, import_id) REFERENCES import (county_id, id)
  );
  ALTER TABLE history_part ALTER COLUMN packed SET STORAGE EXTERNAL;
  ${tenantTable('history_part', 'SELECT, INSERT, UPDATE, DELETE')}

  -- What the row said stays in the encrypted original: it may hold numbers that belong in no table.
  CREATE TABLE rejected_row (
    county_id uuid NOT NULL,
    import_id uuid NOT NULL,
    line_no int NOT NULL,
    byte_offset bigint NOT NULL,
    reason text NOT NULL,
    detail text NOT NULL,
    -- Whose row it probably was: her history is not whole. She may have no readable row, so this is no key.
    person_id uuid,
    PRIMARY KEY (county_id, import_id, line_no),
    FOREIGN KEY (county_id, import_id) REFERENCES import (county_id, id)
  );
  CREATE INDEX rejected_row_of_person ON rejected_row (county_id, import_id, person_id) WHERE person_id IS NOT NULL;
  ${tenantTable('rejected_row', 'SELECT, INSERT, DELETE')}

  -- A person as the newest file has her: the same CII number gives the same opaque id in every file of the county.
  CREATE TABLE person (
    county_id uuid NOT NULL,
    id uuid NOT NULL,
    import_id uuid NOT NULL,
    person_no int NOT NULL,
    name text NOT NULL,
    history_digest text NOT NULL,
    -- What she was last evaluated under: whoever differs is due. Null until a policy is published.
    evaluated_version int,
    evaluated_terms int,
    evaluated_digest text,
    evaluated_unread boolean NOT NULL DEFAULT false,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, import_id, person_no) REFERENCES import_person (county_id, import_id, person_no)
  );
  CREATE INDEX person_of_import ON person (import_id, person_no);
  ${tenantTable('person', 'SELECT, INSERT, UPDATE')}

  -- What decisions look at of a person's present history, compressed: a tenth of the rows it was made from, so that a
  -- whole county can be judged again in seconds. It can be made from the rows at any time.
  CREATE TABLE person_reading (
    county_id uuid NOT NULL,
    person_id uuid NOT NULL,
    packed bytea NOT NULL,
    PRIMARY KEY (county_id, person_id),
    FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id)
  );
  ALTER TABLE person_reading ALTER COLUMN packed SET STORAGE EXTERNAL;
  ${tenantTable('person_reading', 'SELECT, INSERT, UPDATE')}`;

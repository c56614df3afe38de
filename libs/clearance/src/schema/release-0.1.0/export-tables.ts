import { appendOnly, tenantTable } from '@clearance/platform';

/** A file with criminal history that is made to be given out, in its table beside what it was made of. */
const madeFile = `
    purpose text NOT NULL,
    recipient text NOT NULL,
    bytes bigint,
    sha256 text,
    requested_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    -- Its bytes are gone.
    cleared boolean NOT NULL DEFAULT false,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, requested_by) REFERENCES member (county_id, id)`.trim();

/** What leaves the office: exports of the audit log, annotated files, and to whom each went. */
export const exportTables = `
  CREATE TABLE audit_export (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    purpose text NOT NULL,
    filter jsonb NOT NULL,
    first_seq bigint NOT NULL,
    last_seq bigint NOT NULL,
    count int NOT NULL,
    -- Size of a checkpoint that somebody holds elsewhere: the bundle proves that the log goes on from it.
    held_checkpoint bigint,
    -- Size of the log in the bundle's own checkpoint; NULL until it is built.
    checkpoint_size bigint,
    requested_by uuid NOT NULL,
    requested_roles text[] NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    downloads int NOT NULL DEFAULT 0,
    -- Its bytes are gone.
    cleared boolean NOT NULL DEFAULT false,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, requested_by) REFERENCES member (county_id, id)
  );
  ${tenantTable('audit_export', 'SELECT, INSERT, UPDATE')}

  CREATE TABLE audit_export_file (
    county_id uuid NOT NULL,
    export_id uuid NOT NULL,
    format text NOT NULL,
    -- Of this attempt and no other: a file that is being downloaded is never replaced.
    stored_as text NOT NULL,
    bytes bigint NOT NULL,
    sha256 text NOT NULL,
    crc32 bigint NOT NULL,
    PRIMARY KEY (county_id, export_id, format),
    FOREIGN KEY (county_id, export_id) REFERENCES audit_export (county_id, id)
  );
  ${tenantTable('audit_export_file', 'SELECT, INSERT')}

  -- A file of the state with what is determined of its convictions behind their rows.
  CREATE TABLE annotated_export (
    county_id uuid NOT NULL,
    id uuid NOT NULL,
    import_id uuid NOT NULL,
    policy_version int NOT NULL,
    terms_version int NOT NULL,
    -- With where each conviction stands and what was recommended.
    decisions boolean NOT NULL,
    rows int,
    ${madeFile},
    FOREIGN KEY (county_id, import_id) REFERENCES import (county_id, id),
    FOREIGN KEY (county_id, policy_version) REFERENCES policy (county_id, version)
  );
  CREATE INDEX annotated_export_of_import ON annotated_export (county_id, import_id, created_at);
  ${tenantTable('annotated_export', 'SELECT, INSERT, UPDATE')}

  -- Which line of the file gets which determination, while an annotated file is being made.
  CREATE TABLE annotated_line (
    county_id uuid NOT NULL,
    export_id uuid NOT NULL,
    line_no int NOT NULL,
    determination_id uuid NOT NULL,
    PRIMARY KEY (county_id, export_id, line_no),
    FOREIGN KEY (county_id, export_id) REFERENCES annotated_export (county_id, id),
    FOREIGN KEY (county_id, determination_id) REFERENCES determination (county_id, id)
  );
  ${tenantTable('annotated_line', 'SELECT, INSERT, DELETE')}

  -- What was released, for the court that has to act on it.
  CREATE TABLE court_list (
    county_id uuid NOT NULL,
    id uuid NOT NULL,
    -- Which of the released: the bulk approval, or the days.
    filter jsonb NOT NULL,
    count int NOT NULL DEFAULT 0,
    people int NOT NULL DEFAULT 0,
    ${madeFile}
  );
  CREATE INDEX court_list_newest ON court_list (county_id, created_at);
  ${tenantTable('court_list', 'SELECT, INSERT, UPDATE')}

  -- Exactly what is on a list, in its order: what is released meanwhile is on the next one. It stays when the file goes, so
  -- that it can be told on which list a conviction was given out.
  CREATE TABLE court_list_item (
    county_id uuid NOT NULL,
    list_id uuid NOT NULL,
    no int NOT NULL,
    conviction_id uuid NOT NULL,
    -- No foreign keys: it is written by one statement from the convictions themselves, none of which is ever deleted.
    PRIMARY KEY (county_id, list_id, no)
  );
  CREATE INDEX court_list_item_of_conviction ON court_list_item (conviction_id, county_id);
  ${tenantTable('court_list_item', 'SELECT, INSERT')}

  -- Every release of criminal history: what, to whom, what for. The log has the same act by its id, without the words.
  CREATE TABLE dissemination (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    what text NOT NULL,
    subject_id uuid NOT NULL,
    sha256 text NOT NULL,
    people int NOT NULL,
    recipient text NOT NULL,
    purpose text NOT NULL,
    released_by uuid NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (county_id, id),
    FOREIGN KEY (county_id, released_by) REFERENCES member (county_id, id)
  );
  CREATE INDEX dissemination_of_subject ON dissemination (county_id, what, subject_id);
  ${tenantTable('dissemination', 'SELECT, INSERT')}
  ${appendOnly('dissemination')}`;

import { tenantTable } from '@clearance/platform';

/** What people said of rows that no rule explains. Who takes that back deletes it; both are on the log. */
export const unexplainedTables = `
  CREATE TABLE explained_row (
    county_id uuid NOT NULL,
    -- Names person and text of the row without holding them, so that it holds in a newer file as well.
    mark uuid NOT NULL,
    note text NOT NULL,
    explained_by uuid NOT NULL,
    explained_at timestamptz NOT NULL,
    PRIMARY KEY (county_id, mark),
    FOREIGN KEY (county_id, explained_by) REFERENCES member (county_id, id)
  );
  ${tenantTable('explained_row', 'SELECT, INSERT, DELETE')}`;

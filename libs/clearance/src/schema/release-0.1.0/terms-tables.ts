import { appendOnly, tenantTable } from '@clearance/platform';

/** An office's own words, by version. There is no row of version 0: that is what is shipped. */
export const termsTables = `
  CREATE TABLE county_terms (
    county_id uuid NOT NULL REFERENCES county (id),
    version int NOT NULL CHECK (version > 0),
    -- [{wording, kind}]: what the courts of the county write, beside the wordings shipped.
    dispositions jsonb NOT NULL,
    -- {cite, routes}: who prosecutes; null for the table shipped, where there is one.
    routing jsonb,
    digest text NOT NULL,
    changed_by uuid NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (county_id, version),
    FOREIGN KEY (county_id, changed_by) REFERENCES member (county_id, id)
  );
  ${tenantTable('county_terms', 'SELECT, INSERT')}
  ${appendOnly('county_terms')}`;

import { tenantTable } from '@clearance/platform';

/**
 * By what a person is found. Tokens are compared as bytes: equality and ranges are leakproof, so that they use the index
 * under row security, which LIKE does not.
 */
export const lookupTables = `
  -- What each person can be found by, once per person: tells which tokens to take away when a newer file says otherwise.
  CREATE TABLE person_lookup (
    county_id uuid NOT NULL,
    person_id uuid NOT NULL,
    -- The form of the tokens: a person with an older one is due to be read again.
    form int NOT NULL,
    tokens text[] NOT NULL,
    birth_year int,
    PRIMARY KEY (county_id, person_id),
    FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id)
  );
  ${tenantTable('person_lookup', 'SELECT, INSERT, UPDATE, DELETE')}

  -- The same turned round. No foreign key: it would be checked for ten tokens a person, and every row is written together
  -- with the one of person_lookup.
  CREATE TABLE person_token (
    county_id uuid NOT NULL,
    token text COLLATE "C" NOT NULL,
    person_id uuid NOT NULL,
    PRIMARY KEY (county_id, token, person_id)
  );
  ${tenantTable('person_token', 'SELECT, INSERT, DELETE')}

  -- Counties of which everybody can be found. Where the row is absent somebody may not be yet.
  CREATE TABLE county_lookup (
    county_id uuid NOT NULL REFERENCES county (id),
    form int NOT NULL,
    PRIMARY KEY (county_id)
  );
  ${tenantTable('county_lookup', 'SELECT, INSERT, UPDATE')}`;

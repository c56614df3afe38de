import { appendOnly, tenantTable } from '../db/tenant-table.ts';

/** Who reads what at the moment, whose data each member saw within the last hour, and who read unusually much. */
export const readingTables = `
  CREATE TABLE open_reading (
    county_id uuid NOT NULL REFERENCES county (id),
    member_id uuid NOT NULL,
    -- SHA-256 of the action, the target and the set that was asked for.
    set_key text NOT NULL,
    opened_at timestamptz NOT NULL,
    -- Answers since then, the people of the first, and all whose data was in any of them.
    answers int NOT NULL,
    first_people int NOT NULL,
    last_people text NOT NULL,
    people text[] NOT NULL,
    -- The act as the log tells it, and who acted from where.
    act jsonb NOT NULL,
    source jsonb NOT NULL,
    PRIMARY KEY (county_id, member_id, set_key),
    FOREIGN KEY (county_id, member_id) REFERENCES member (county_id, id)
  );
  ${tenantTable('open_reading')}

  CREATE TABLE person_read (
    county_id uuid NOT NULL REFERENCES county (id),
    member_id uuid NOT NULL,
    person text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (county_id, member_id, person),
    FOREIGN KEY (county_id, member_id) REFERENCES member (county_id, id)
  );
  ${tenantTable('person_read')}

  CREATE TABLE volume_notice (
    county_id uuid NOT NULL REFERENCES county (id),
    member_id uuid NOT NULL,
    -- The hour in which it was noticed, in hours since 1970: one notice of a member in each.
    hour int NOT NULL,
    at timestamptz NOT NULL,
    people int NOT NULL,
    most int NOT NULL,
    PRIMARY KEY (county_id, member_id, hour),
    FOREIGN KEY (county_id, member_id) REFERENCES member (county_id, id)
  );
  ${tenantTable('volume_notice', 'SELECT, INSERT')}
  ${appendOnly('volume_notice')}`;

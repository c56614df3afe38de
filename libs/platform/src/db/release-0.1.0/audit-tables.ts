import { appendOnly, tenantTable } from '../tenant-table.ts';

/**
 * What makes the log verifiable by an outsider: the key it is signed with, the checkpoints it has signed, where they were
 * sent, and what its own verification found.
 */
export const auditTables = `
  -- The keys of the installation, in its own tenant; the last one signs, earlier ones still verify what they signed.
  CREATE TABLE audit_key (
    county_id uuid NOT NULL REFERENCES county (id),
    no int NOT NULL CHECK (no > 0),
    -- What every origin begins with. It stays when the installation moves to another address.
    name text NOT NULL,
    public_key bytea NOT NULL,
    -- The seed under the master key; NULL where the key is given by configuration.
    sealed bytea,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (county_id, no),
    UNIQUE (county_id, public_key)
  );
  ${tenantTable('audit_key', 'SELECT, INSERT')}
  ${appendOnly('audit_key')}

  -- One tree for one size: the primary key refuses a second.
  CREATE TABLE audit_checkpoint (
    county_id uuid NOT NULL REFERENCES county (id),
    size bigint NOT NULL,
    root bytea NOT NULL,
    range bytea NOT NULL,
    note text NOT NULL,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (county_id, size)
  );
  ${tenantTable('audit_checkpoint', 'SELECT, INSERT')}
  ${appendOnly('audit_checkpoint')}

  CREATE TABLE audit_delivery (
    county_id uuid PRIMARY KEY REFERENCES county (id),
    email text,
    webhook text,
    folder boolean NOT NULL DEFAULT false,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL
  );
  ${tenantTable('audit_delivery', 'SELECT, INSERT, UPDATE')}

  CREATE TABLE checkpoint_delivery (
    county_id uuid NOT NULL,
    size bigint NOT NULL,
    way text NOT NULL CHECK (way IN ('mail', 'webhook', 'folder')),
    target text NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'superseded')),
    attempts int NOT NULL DEFAULT 0,
    problem text,
    mail_id uuid,
    made_at timestamptz NOT NULL,
    next_at timestamptz NOT NULL,
    delivered_at timestamptz,
    PRIMARY KEY (county_id, size, way),
    FOREIGN KEY (county_id, size) REFERENCES audit_checkpoint (county_id, size)
  );
  CREATE INDEX checkpoint_delivery_waiting ON checkpoint_delivery (county_id, next_at) WHERE state = 'waiting';
  ${tenantTable('checkpoint_delivery', 'SELECT, INSERT, UPDATE')}

  -- How far a check of the whole log is that runs at this moment; one that was broken off does not move any more.
  CREATE TABLE audit_check (
    county_id uuid PRIMARY KEY REFERENCES county (id),
    done bigint NOT NULL,
    total bigint NOT NULL,
    moved_at timestamptz NOT NULL
  );
  ${tenantTable('audit_check', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE TABLE audit_verification (
    county_id uuid NOT NULL REFERENCES county (id),
    id uuid NOT NULL,
    -- Of the whole log, or of what was written since the last one that went well.
    kind text NOT NULL CHECK (kind IN ('whole', 'new')),
    size bigint NOT NULL,
    root bytea NOT NULL,
    range bytea NOT NULL,
    ok boolean NOT NULL,
    bad_seq bigint,
    why text,
    at timestamptz NOT NULL,
    took_ms int NOT NULL,
    PRIMARY KEY (county_id, id)
  );
  CREATE INDEX audit_verification_at ON audit_verification (county_id, at DESC);
  ${tenantTable('audit_verification', 'SELECT, INSERT, DELETE')}`;

-- The two database roles and the database they share. Run once by a superuser (again is harmless, and sets the passwords):
--   psql -v ON_ERROR_STOP=1 -v database=clearance -v owner_password=… -v app_password=… -f roles.sql
-- psql itself puts the passwords in, quoted; on a machine that others use, set them with \getenv instead of -v, which
-- the process list shows.

-- Statements that hold a password stay out of the server's log.
SET log_statement = 'none';
SET log_min_duration_statement = -1;
SET log_min_error_statement = 'panic';

SELECT 'CREATE ROLE clearance_owner' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'clearance_owner') \gexec
SELECT 'CREATE ROLE clearance_app' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'clearance_app') \gexec

-- Owns the schema and migrates it. No process that answers people connects as this role.
ALTER ROLE clearance_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION
  PASSWORD :'owner_password';

-- What the API and the workers connect as: owns nothing, so that row security holds for it without exception.
ALTER ROLE clearance_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION
  PASSWORD :'app_password';

SELECT format('CREATE DATABASE %I OWNER clearance_owner', :'database')
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
ALTER DATABASE :"database" OWNER TO clearance_owner;

-- TEMPORARY is for imports: a table under row security cannot be copied into, a temporary one beside it can.
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"database" TO clearance_app;

\connect :database

-- Whatever else the migrations grant, they grant by name; nobody makes things in the public schema but its owner.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO clearance_app;

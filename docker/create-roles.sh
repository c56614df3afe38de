#!/bin/sh
# Run by the PostgreSQL image when the volume is new. The passwords come from its environment and pass through psql's
# own variables, so that no command line shows them.
set -eu

psql --no-psqlrc --set ON_ERROR_STOP=1 --set database="$POSTGRES_DB" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD
\include /opt/clearance/roles.sql
SQL

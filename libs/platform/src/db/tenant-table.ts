/** The county of the running transaction. After a commit the pooled session holds '' and not NULL, hence NULLIF. */
export const currentCounty = `NULLIF(current_setting('app.county_id', true), '')::uuid`;

/** The role that api and workers connect as. It owns nothing. */
export const appRole = 'clearance_app';

/**
 * What every tenant table needs beside its columns: forced row security on county_id, and the grants of the
 * application role. `grants` leaves out what must never happen (the log and the decisions are never updated).
 */
export function tenantTable(name: string, grants = 'SELECT, INSERT, UPDATE, DELETE'): string {
  return `
    ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${name} FORCE ROW LEVEL SECURITY;
    CREATE POLICY of_county ON ${name}
      USING (county_id = ${currentCounty}) WITH CHECK (county_id = ${currentCounty});
    GRANT ${grants} ON ${name} TO ${appRole};`;
}

/** Lets the installation's own staff and jobs read a table that holds no person's data, across counties. */
export function installationReads(name: string, installationId: string): string {
  return `CREATE POLICY of_installation ON ${name} FOR SELECT USING (${currentCounty} = '${installationId}'::uuid);`;
}

/** Refuses UPDATE, DELETE and TRUNCATE also for whoever owns the table. */
export function appendOnly(name: string): string {
  return `
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${name}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`;
}

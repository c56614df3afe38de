import { Client } from 'pg';

export type Passwords = Readonly<Record<'super' | 'owner' | 'app', string>>;
export const DATABASE = 'clearance';

/** Runs statements on one connection of their own. */
export async function onServer(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The address of another database of the same server. */
export const databaseAt = (url: string, name: string): string => Object.assign(new URL(url), { pathname: name }).href;

/** The two roles of the product. Neither can pass row security; the one that the processes use owns nothing. */
export async function makeRoles(superUrl: string, passwords: Passwords): Promise<void> {
  await onServer(databaseAt(superUrl, 'postgres'), async (client) => {
    for (const [role, password] of [
      ['clearance_owner', passwords.owner],
      ['clearance_app', passwords.app],
    ] as const) {
      const exists = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      if (!exists.rowCount) await client.query(`CREATE ROLE ${role}`);
      await client.query(
        `ALTER ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '${password}'`,
      );
    }
  });
}

/** Makes the product's database where it is absent. */
export async function makeDatabase(superUrl: string): Promise<void> {
  await onServer(databaseAt(superUrl, 'postgres'), async (client) => {
    const exists = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!exists.rowCount) await client.query(`CREATE DATABASE ${DATABASE} OWNER clearance_owner`);
  });
  await onServer(databaseAt(superUrl, DATABASE), (client) => grantDatabase(client, DATABASE));
}

/** Leaves to the product's roles what they need in the database that the client is connected to, and to nobody else anything. */
export async function grantDatabase(client: Client, database: string): Promise<void> {
  await client.query(`
    REVOKE ALL ON DATABASE ${database} FROM PUBLIC;
    GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO clearance_app;
    ALTER SCHEMA public OWNER TO clearance_owner;
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO clearance_app`);
}

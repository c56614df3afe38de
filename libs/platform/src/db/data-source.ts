import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type MixedList } from 'typeorm';
import { refuseUnboundRole } from './bound-role.ts';
import { refuseOtherSchema } from './known-schema.ts';
import type { Migration } from './migrations.ts';

type Class = abstract new (...args: never[]) => unknown;

/** A data source for the application role. Pool and time limits keep one stuck request from stopping the others. */
export function makeDataSource(url: string, entities: readonly Class[], poolSize = 10): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities as unknown as MixedList<never>,
    synchronize: false,
    logging: false,
    poolSize,
    extra: {
      connectionTimeoutMillis: 10_000,
      idle_in_transaction_session_timeout: 60_000,
      statement_timeout: 300_000,
      application_name: 'clearance',
      // TypeORM listens for errors a moment too late: a connection cut just then would end the process.
      onConnect: (client: { on(event: 'error', listener: () => void): void }) => {
        client.on('error', () => undefined);
      },
    },
  });
}

/**
 * Connects as the application role. Throws where that role is one whom row security does not bind, and where the database is
 * of another version: `further` are the migrations of the product behind those of the platform.
 */
export async function connect(url: string, further: readonly Migration[]): Promise<DataSource> {
  const source = await makeDataSource(url, []).initialize();
  try {
    await refuseUnboundRole(source);
    await refuseOtherSchema(source, further);
    return source;
  } catch (error) {
    await source.destroy();
    throw error;
  }
}

/** Closes the pool last: whoever finishes work in hand does so before (`beforeApplicationShutdown`). */
@Injectable()
export class DataSourceLifetime implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.source.destroy();
  }
}

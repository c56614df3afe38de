import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type ObjectLiteral } from 'typeorm';

/** A transaction in one county: the only way to the database that stores are given. */
export type Tx = EntityManager;

const open = new AsyncLocalStorage<string>();

/** The one door: everything read or written on behalf of a county goes through `inCounty`. */
@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` in one transaction that sees and writes this county only. Commits when `work` resolves, rolls back
   * when it throws. A call inside another throws: a second connection would wait for the first for ever.
   */
  async inCounty<T>(ctx: { readonly countyId: string }, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.open(ctx.countyId, undefined, work);
  }

  /** Like `inCounty`, but everything is read as it stood at one moment, however long the reading takes. */
  async inCountySnapshot<T>(ctx: { readonly countyId: string }, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.open(ctx.countyId, 'REPEATABLE READ', work);
  }

  /** Whether the database answers; for readiness only. */
  async answers(): Promise<boolean> {
    return this.source.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  private async open<T>(
    countyId: string,
    // READ COMMITTED unless told, and so is PostgreSQL: to say it would be one more round trip for every request.
    isolation: 'REPEATABLE READ' | undefined,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    if (open.getStore() !== undefined) throw new Error('inCounty inside inCounty: pass the transaction on instead.');
    const within = async (tx: Tx) => {
      await tx.query(`SELECT set_config('app.county_id', $1, true)`, [countyId]);
      return work(tx);
    };
    return open.run(countyId, () =>
      isolation ? this.source.transaction(isolation, within) : this.source.transaction(within),
    );
  }
}

/** Typed rows of a statement. Values are always parameters; SQL is never built from what a person typed. */
export async function rows<T extends ObjectLiteral>(tx: Tx, sql: string, parameters: unknown[] = []): Promise<T[]> {
  const result: unknown = await tx.query(sql, parameters);
  // UPDATE and DELETE … RETURNING answer [rows, count] in TypeORM, SELECT and INSERT the rows alone.
  if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number') {
    return result[0] as T[];
  }
  return result as T[];
}

/** The first row of a statement, or undefined. */
export async function one<T extends ObjectLiteral>(
  tx: Tx,
  sql: string,
  parameters: unknown[] = [],
): Promise<T | undefined> {
  return (await rows<T>(tx, sql, parameters))[0];
}

/** Loaded before a worker: approvals are committed by themselves, outside the transaction that marks them done. */
import { Database } from '../../../libs/platform/dist/db/in-county.js';

const { inCounty } = Database.prototype;
Database.prototype.inCounty = function (ctx, work) {
  const outside = (sql, values) =>
    this.source.transaction(async (other) => {
      await other.query(`SELECT set_config('app.county_id', $1, true)`, [ctx.countyId]);
      return other.query(sql, values);
    });
  return inCounty.call(this, ctx, (tx) => {
    const honest = tx.query.bind(tx);
    tx.query = (sql, values) => (sql.startsWith('INSERT INTO approval') ? outside(sql, values) : honest(sql, values));
    return work(tx);
  });
};

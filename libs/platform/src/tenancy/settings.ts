import { Injectable } from '@nestjs/common';
import { countySettings, defaultSettings, type CountySettings, type SettingsChange } from '@clearance/contract';
import { AuditLog } from '../audit-log/audit-log.ts';
import type { Ctx } from '../context.ts';
import { Database, one, type Tx } from '../db/in-county.ts';

/** The settings of the transaction's county; what was never set has its default. */
export async function settingsOf(tx: Tx): Promise<CountySettings> {
  const found = await one<{ settings: object }>(tx, `SELECT settings FROM county_setting`);
  return countySettings.parse({ ...defaultSettings, ...found?.settings });
}

/** The log holds no free text: of one it says whether there was any. */
const logged = (value: string | number): string =>
  typeof value === 'number' ? String(value) : value === '' ? 'empty' : 'given';

/** How a county has set up its work; each change of a setting is on the log with what it was before. */
@Injectable()
export class Settings {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
  ) {}

  get(ctx: Ctx): Promise<CountySettings> {
    return this.database.inCounty(ctx, settingsOf);
  }

  change(ctx: Ctx, change: SettingsChange): Promise<CountySettings> {
    return this.database.inCounty(ctx, async (tx) => {
      await tx.query(`INSERT INTO county_setting (county_id, settings) VALUES ($1, '{}') ON CONFLICT DO NOTHING`, [
        ctx.countyId,
      ]);
      await tx.query(`SELECT 1 FROM county_setting FOR UPDATE`);
      const before = await settingsOf(tx);
      const after: CountySettings = { ...before, ...change };
      await tx.query(`UPDATE county_setting SET settings = $1`, [JSON.stringify(after)]);
      const changed = (Object.keys(after) as (keyof CountySettings)[]).filter((key) => after[key] !== before[key]);
      await this.auditLog.append(
        tx,
        ctx,
        changed.map((setting) => ({
          action: 'county.change_setting',
          target: { type: 'county', id: ctx.countyId },
          stateBefore: logged(before[setting]),
          stateAfter: logged(after[setting]),
          detail: { setting },
        })),
      );
      return after;
    });
  }
}

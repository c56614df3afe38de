import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { countiesOf } from '../db/counties-of.ts';
import { Database } from '../db/in-county.ts';
import { Checkpoints } from './checkpoints.ts';
import { DroppedCheckpoints } from './dropped-checkpoints.ts';
import { largestSent, largestVerified } from './largest-verified.ts';
import { LogDamaged } from './log-damaged.ts';
import { readHead } from './log-head.ts';
import { adoptOldAlarm } from './raise-alarm.ts';
import { SigningKeys } from './signing-keys.ts';
import { Verifications } from './verifications.ts';

/**
 * Before the first request is answered and the first job is taken: a county whose last checkpoint does not fit its log
 * decides nothing until it does.
 */
@Injectable()
export class CheckAtStart implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly checkpoints: Checkpoints,
    private readonly keys: SigningKeys,
    private readonly dropped: DroppedCheckpoints,
    private readonly verifications: Verifications,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const counties = await countiesOf(this.database);
    if (counties.length === 0) return;
    const { all } = await this.keys.signer();
    for (const countyId of counties) {
      await this.database.inCounty({ countyId }, async (tx) => {
        await adoptOldAlarm(tx);
        try {
          await this.checkpoints.fits(tx, countyId, all);
          await this.dropped.fit(tx, countyId, all);
          const known = await largestVerified(tx);
          const { size } = await readHead(tx);
          if (Math.max(known?.size ?? 0, await largestSent(tx)) > size) throw new LogDamaged(size + 1, 'rolled_back');
        } catch (error) {
          if (!(error instanceof LogDamaged)) throw error;
          await this.verifications.raise(tx, countyId, error);
        }
      });
    }
  }
}

import { Injectable } from '@nestjs/common';
import { INSTALLATION_ID } from '../context.ts';
import { countiesOf } from '../db/counties-of.ts';
import { Database } from '../db/in-county.ts';
import { DEVICE_DAYS } from '../http/cookies.ts';
import { Sweeps, type Sweeper } from '../jobs/job-handler.ts';
import { ABSOLUTE_SECONDS } from './sessions.ts';

/** Deletes sessions, attempts and devices whose time is over. */
@Injectable()
@Sweeps()
export class SignInSweep implements Sweeper {
  constructor(private readonly database: Database) {}

  async sweep(): Promise<void> {
    await this.database.inCounty({ countyId: INSTALLATION_ID }, async (tx) => {
      await tx.query(`DELETE FROM sign_in_tries WHERE until < clock_timestamp()`);
      await tx.query(`DELETE FROM known_device WHERE used_at < clock_timestamp() - make_interval(days => $1)`, [
        DEVICE_DAYS,
      ]);
    });
    for (const countyId of await countiesOf(this.database)) {
      // An idle session stays until its twelve hours are over: an upload that is under way may still be use of it.
      await this.database.inCounty({ countyId }, (tx) =>
        tx.query(`DELETE FROM session WHERE created_at < clock_timestamp() - make_interval(secs => $1)`, [
          ABSOLUTE_SECONDS,
        ]),
      );
    }
  }
}

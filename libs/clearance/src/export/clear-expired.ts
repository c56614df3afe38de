import { Injectable } from '@nestjs/common';
import { Database, FileStore, now, rows, Sweeps, type Sweeper } from '@clearance/platform';
import { everyCounty } from '../counties.ts';

/** Whoever began to fetch a file before it expired gets it to its end. */
const GRACE_MINUTES = 60;

/** What has files that expire; the names of those begin with its id. */
const KINDS = ['audit_export', 'annotated_export', 'court_list'] as const;

/** What has expired is not only refused: its bytes go. That it was there, with its checksums, stays. */
@Injectable()
@Sweeps()
export class ClearExpired implements Sweeper {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  async sweep(): Promise<void> {
    for (const id of await everyCounty(this.database)) {
      for (const kind of KINDS) await this.clear(id, kind);
    }
  }

  /** The mark comes last: whoever is killed in between removes once more what is gone. */
  private async clear(countyId: string, kind: (typeof KINDS)[number]): Promise<void> {
    const expired = await this.database.inCounty({ countyId }, (tx) =>
      rows<{ id: string }>(
        tx,
        `SELECT id FROM ${kind} WHERE NOT cleared AND expires_at < $1::timestamptz - make_interval(mins => $2)`,
        [now(), GRACE_MINUTES],
      ),
    );
    if (expired.length === 0) return;
    for (const { id } of expired) await this.files.removeOthers(countyId, `${id}.`, new Set());
    await this.database.inCounty({ countyId }, (tx) =>
      tx.query(`UPDATE ${kind} SET cleared = true WHERE id = ANY ($1::uuid[])`, [expired.map(({ id }) => id)]),
    );
  }
}

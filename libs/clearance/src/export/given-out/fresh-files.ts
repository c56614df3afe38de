import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { DisseminationRow, GivenTo } from '@clearance/contract';
import { AuditLog, CountyKeys, Database, FileFaults, FileStore, type Ctx, type Tx } from '@clearance/platform';
import { countyFileName } from '../../file-name.ts';
import type { GivenDownload } from './made-files.ts';
import { Release } from './release.ts';

interface Fresh {
  readonly what: DisseminationRow['what'];
  readonly subjectId: string;
  readonly to: GivenTo;
  /** Its lines, as CSV. */
  readonly lines: AsyncGenerator<string>;
  /** What is known once they are written: of how many people they are, how the log calls it, how the file is called. */
  readonly end: (tx: Tx) => Promise<{
    readonly people: number;
    readonly act: Parameters<AuditLog['append']>[2][number];
    readonly name: readonly [what: string, ...(string | number)[]];
  }>;
}

/** Files with criminal history that are made while somebody waits for them, and kept no longer than it takes to send them. */
@Injectable()
export class FreshFiles {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
    private readonly files: FileStore,
    private readonly keys: CountyKeys,
    private readonly fileFaults: FileFaults,
  ) {}

  /**
   * Writes the file, encrypted, so that its checksum is known; then records the release; then answers its bytes. What
   * `lines` throws is thrown before anything is recorded.
   */
  give(ctx: Ctx, fresh: Fresh): Promise<GivenDownload> {
    return this.fileFaults.during(ctx, () => this.make(ctx, fresh));
  }

  private async make(ctx: Ctx, { end, lines, subjectId, to, what }: Fresh): Promise<GivenDownload> {
    const key = await this.database.inCounty(ctx, (tx) => this.keys.of(tx, ctx.countyId));
    const file = await this.files.receive(ctx.countyId, key, Readable.from(lines, { objectMode: false }));
    // Still a part: should the process be killed while it is sent, the next start clears it away.
    const part = `${randomUUID()}.part`;
    try {
      await file.keep(part);
      const bytes = await this.files.verified(ctx.countyId, key, { ...file, name: part });
      const { release, name } = await this.database.inCounty(ctx, async (tx) => {
        const known = await end(tx);
        const { act, people } = known;
        return {
          release: await Release.record(tx, ctx, this.auditLog, {
            ...{ what, subjectId, people, to, act, sha256: file.sha256 },
          }),
          name: await countyFileName(tx, ctx, known.name, 'csv'),
        };
      });
      return { release, name, size: file.bytes, bytes: this.files.once(ctx.countyId, bytes, part) };
    } catch (error) {
      await file.drop();
      await this.files.remove(ctx.countyId, part);
      throw error;
    }
  }
}

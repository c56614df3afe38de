import { Injectable } from '@nestjs/common';
import { csvLine } from '@clearance/audit';
import { abilityFor, type GivenTo, type RejectedRowView } from '@clearance/contract';
import {
  CountyKeys,
  Database,
  FileFaults,
  FileStore,
  orderBy,
  pageOf,
  one,
  Refused,
  rows,
  type Ctx,
  type KeptFile,
  type ListQuery,
  type Page,
  type Tx,
} from '@clearance/platform';
import { maskedNumbers } from '@clearance/record';
import { FreshFiles } from '../export/given-out/fresh-files.ts';
import type { GivenDownload } from '../export/given-out/made-files.ts';
import { filesOf, keptFileOf, placeOf } from './import-files.ts';
import { importView } from './import-store.ts';

const sorts = { line: 'line_no', reason: 'reason' };
/** As much of a rejected row as a person needs to find it. */
const SHOWN = 500;

interface Rejected {
  line: number;
  at: number;
  reason: string;
  detail: string;
}

/**
 * The rejected rows of an import. What they say is read from the encrypted original when somebody asks who may import
 * files; it is in no table.
 */
@Injectable()
export class Problems {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly keys: CountyKeys,
    private readonly fresh: FreshFiles,
    private readonly fileFaults: FileFaults,
  ) {}

  async list(
    ctx: Ctx,
    id: string,
    query: ListQuery<{ reason?: string | undefined }, keyof typeof sorts>,
  ): Promise<Page<RejectedRowView>> {
    const { files, found, kept, key } = await this.database.inCounty(ctx, async (tx) => {
      if (!(await importView(tx, id))) throw new Refused('not_found');
      const page = await pageOf<Rejected>(tx, query, {
        columns: 'line_no AS line, byte_offset::float8 AS at, reason, detail',
        from: 'rejected_row',
        where: 'import_id = $1 AND ($2::text IS NULL OR reason = $2)',
        given: [id, query.filter?.reason ?? null],
        order: orderBy(query, sorts, 'line_no', 'line_no'),
      });
      return { found: page, ...(await this.originalOf(tx, ctx, id)) };
    });
    const shows = abilityFor(ctx.actor).can('create', 'import');
    const views: RejectedRowView[] = [];
    await this.fileFaults.during(ctx, async () => {
      for (const row of found.rows) {
        const text = shows ? await this.textAt(ctx.countyId, key, kept, row.at) : '';
        views.push({ id: String(row.line), ...placeOf(files, row.line), reason: row.reason, detail: row.detail, text });
      }
    });
    return { rows: views, total: found.total };
  }

  /** All of them as CSV, with their text. Throws `not_found`. */
  csv(ctx: Ctx, id: string, to: GivenTo): Promise<GivenDownload> {
    return this.fresh.give(ctx, {
      ...{ what: 'rejected_rows', subjectId: id, to, lines: this.lines(ctx, id) },
      end: async (tx) => {
        const people = await peopleIn(tx, id);
        return {
          people,
          act: { action: 'import.download_rejected', target: { type: 'import', id }, detail: { people } },
          name: ['rejected-rows', (await importView(tx, id))?.fileName ?? ''],
        };
      },
    });
  }

  private async *lines(ctx: Ctx, id: string): AsyncGenerator<string> {
    const { files, kept, key } = await this.database.inCounty(ctx, async (tx) => {
      if (!(await importView(tx, id))) throw new Refused('not_found');
      return this.originalOf(tx, ctx, id);
    });
    const several = files.length > 1;
    yield csvLine([...(several ? ['file'] : []), 'line', 'reason', 'detail', 'text']);
    for (let after = 0; ;) {
      const batch = await this.database.inCounty(ctx, (tx) =>
        rows<Rejected>(
          tx,
          `SELECT line_no AS line, byte_offset::float8 AS at, reason, detail FROM rejected_row
            WHERE import_id = $1 AND line_no > $2 ORDER BY line_no LIMIT 500`,
          [id, after],
        ),
      );
      if (batch.length === 0) return;
      for (const row of batch) {
        const { file, line } = placeOf(files, row.line);
        yield csvLine([
          ...(several ? [file] : []),
          line,
          row.reason,
          row.detail,
          await this.textAt(ctx.countyId, key, kept, row.at),
        ]);
        after = row.line;
      }
    }
  }

  private async originalOf(tx: Tx, ctx: Ctx, id: string) {
    const kept = await keptFileOf(tx, id);
    if (!kept) throw new Refused('not_found');
    return { kept, files: await filesOf(tx, id), key: await this.keys.of(tx, ctx.countyId) };
  }

  /**
   * Numbers of the person are masked; one that is cut off could not be told, so that its cell is left out, or its
   * digits are where there is no other.
   */
  private async textAt(countyId: string, key: Buffer, kept: KeptFile, at: number): Promise<string> {
    for await (const plain of this.files.read(countyId, key, kept, at)) {
      const line = plain.subarray(0, SHOWN).toString('latin1').split(/\r?\n/, 1)[0] ?? '';
      const cells = line.slice(0, line.lastIndexOf(',') + 1);
      const whole = line.length < SHOWN ? line : cells || line.replace(/\d/g, '•');
      return maskedNumbers(whole.replace(/[^\x20-\x7e\xa0-\xff]/g, '·'));
    }
    return '';
  }
}

/** How many people the rejected rows are of; a row of which nobody can tell counts as one. */
async function peopleIn(tx: Tx, id: string): Promise<number> {
  const found = await one<{ people: number }>(
    tx,
    `SELECT (count(DISTINCT person_id) + count(*) FILTER (WHERE person_id IS NULL))::int AS people
       FROM rejected_row WHERE import_id = $1`,
    [id],
  );
  return found?.people ?? 0;
}

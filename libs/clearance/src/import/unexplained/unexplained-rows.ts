import { Injectable } from '@nestjs/common';
import type { UnexplainedRowView } from '@clearance/contract';
import { AuditLog, CountyKeys, Database, opaqueId, Refused, rows, type Ctx, type Tx } from '@clearance/platform';
import { parseDojDate, textOf, type KeptRow } from '@clearance/record';
import { spanText } from '../../conviction/found-conviction.ts';
import { historiesOfPeople } from '../history-store.ts';
import { filesOf, placeOf } from '../import-files.ts';
import { unexplainedIn } from '../import-store.ts';
import type { UnexplainedRow } from '../rows-counted.ts';

type Looked = NonNullable<UnexplainedRowView['explained']>;

/** A row that no rule explains, as the file has it, and what names it in every file. */
interface Found extends UnexplainedRow {
  readonly name: string;
  readonly row: KeptRow;
  readonly mark: string;
}

/**
 * The rows of the present file that name a covered section and of which no rule says what became: somebody looks at each,
 * says what it is, and may take that back.
 */
@Injectable()
export class UnexplainedRows {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly auditLog: AuditLog,
  ) {}

  /** In the order of the file. Throws `not_found`. */
  list(ctx: Ctx, importId: string): Promise<UnexplainedRowView[]> {
    return this.database.inCounty(ctx, async (tx) => {
      return this.views(tx, importId, await this.found(tx, ctx, importId));
    });
  }

  /** Says what the row on a line of the import is. Throws `not_found`, `wrong_state` where somebody said it before. */
  explain(ctx: Ctx, importId: string, line: number, note: string): Promise<UnexplainedRowView[]> {
    return this.database.inCounty(ctx, async (tx) => {
      const found = await this.found(tx, ctx, importId);
      const row = rowAt(found, line);
      const added = await rows(
        tx,
        `INSERT INTO explained_row (county_id, mark, note, explained_by, explained_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING mark`,
        [ctx.countyId, row.mark, note, ctx.actor.memberId, ctx.now],
      );
      if (added.length === 0) throw new Refused('already_explained');
      await this.log(tx, ctx, { action: 'unexplained_row.explain' }, row);
      return this.views(tx, importId, found);
    });
  }

  /** Takes back what was said of a row, whoever said it. Throws `not_found`. */
  takeBack(ctx: Ctx, importId: string, line: number): Promise<UnexplainedRowView[]> {
    return this.database.inCounty(ctx, async (tx) => {
      const found = await this.found(tx, ctx, importId);
      const row = rowAt(found, line);
      const gone = await rows(tx, `DELETE FROM explained_row WHERE mark = $1 RETURNING mark`, [row.mark]);
      if (gone.length === 0) throw new Refused('not_found');
      await this.log(tx, ctx, { action: 'unexplained_row.take_back' }, row);
      return this.views(tx, importId, found);
    });
  }

  private log(tx: Tx, ctx: Ctx, act: { readonly action: string }, { mark, personId }: Found): Promise<unknown> {
    return this.auditLog.append(tx, ctx, [{ ...act, target: { type: 'person', id: personId }, detail: { row: mark } }]);
  }

  private async found(tx: Tx, ctx: Ctx, importId: string): Promise<Found[]> {
    const named = await unexplainedIn(tx, importId);
    if (!named) throw new Refused('not_found');
    const key = await this.keys.of(tx, ctx.countyId);
    const people = [...new Set(named.map(({ personId }) => personId))];
    const histories = new Map((await historiesOfPeople(tx, people)).map((one) => [one.personId, one]));
    return named
      .flatMap((each): Found[] => {
        const history = histories.get(each.personId);
        const row = history?.rows.find(({ line }) => line === each.line);
        if (!history || !row) return [];
        return [
          { ...each, name: history.name, row, mark: opaqueId(key, `explained row ${each.personId} ${row.said}`) },
        ];
      })
      .sort((a, b) => a.line - b.line);
  }

  private async views(tx: Tx, importId: string, found: readonly Found[]): Promise<UnexplainedRowView[]> {
    const files = await filesOf(tx, importId);
    const said = await rows<{ mark: string; by: string; at: Date; note: string }>(
      tx,
      `SELECT e.mark, m.name AS by, e.explained_at AS at, e.note FROM explained_row e
         JOIN member m ON m.county_id = e.county_id AND m.id = e.explained_by WHERE e.mark = ANY ($1::uuid[])`,
      [found.map(({ mark }) => mark)],
    );
    const explained = new Map(
      said.map(({ at, by, mark, note }): [string, Looked] => [mark, { by, note, at: at.toISOString() }]),
    );
    return found.map(({ line, mark, name, personId, row, section }) => {
      const date = parseDojDate(textOf(row, 'STP_EVENT_DATE'));
      return {
        id: String(line),
        ...placeOf(files, line),
        ...{ personId, name, section, date: date ? spanText(date) : null },
        ...{ step: textOf(row, 'STP_TYPE_DESCR'), agency: textOf(row, 'STP_ORI_DESCR') },
        offense: textOf(row, 'CONV_OFFENSE_DESCR') || textOf(row, 'OFFENSE_DESCR'),
        ...{ disposition: textOf(row, 'DISP_DESCR'), comment: textOf(row, 'COMMENT_TEXT') },
        explained: explained.get(mark) ?? null,
      };
    });
  }
}

function rowAt(found: readonly Found[], line: number): Found {
  const row = found.find((one) => one.line === line);
  if (!row) throw new Refused('not_found');
  return row;
}

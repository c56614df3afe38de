import { Injectable } from '@nestjs/common';
import { csvLine } from '@clearance/audit';
import type { MoveFileBody, MoveFilter, MoveRow } from '@clearance/contract';
import { ruleTitles } from '@clearance/eligibility';
import {
  Database,
  one,
  orderBy,
  pageOf,
  Refused,
  rows,
  type Ctx,
  type ListQuery,
  type Page,
  type Tx,
} from '@clearance/platform';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { FreshFiles } from '../export/given-out/fresh-files.ts';
import type { GivenDownload } from '../export/given-out/made-files.ts';
import { simulationView } from './simulation-view.ts';
import { runOf } from './run.ts';

type Stored = Omit<MoveRow, 'ruleTitleBefore' | 'ruleTitleAfter'>;
interface Titled {
  readonly move: MoveRow;
  readonly mover: string;
}

const standing = (side: 'from' | 'to') =>
  `json_strip_nulls(json_build_object('outcome', m.${side}_outcome, 'ruleId', m.${side}_rule, 'agency', m.${side}_agency,
    'order', m.${side}_order)) AS "${side}"`;
const columns = `m.no::text AS id, c.id AS "convictionId", m.person_id AS "personId", coalesce(p.name, '') AS "personName",
  m.case_number AS "caseNumber", coalesce(c.offense, '') AS offense, m.date::text AS date, m.section, m.severity,
  ${standing('from')}, ${standing('to')}, json_build_object('policy', m.moved_in, 'ruleId', m.moved_by) AS "movedBy"`;
const from = `simulation_move m
  LEFT JOIN conviction c ON c.county_id = m.county_id AND c.id = m.conviction_id
  LEFT JOIN person p ON p.county_id = m.county_id AND p.id = m.person_id`;
const where = `m.simulation_id = $1 AND ($2::text IS NULL OR m.from_outcome = $2) AND ($3::text IS NULL OR m.to_outcome = $3)
  AND ($4::text IS NULL OR m.section = $4) AND ($5::text IS NULL OR m.severity = $5) AND ($6::text IS NULL OR m.moved_by = $6)`;
const sorts = {
  personName: 'p.name',
  caseNumber: 'm.case_number',
  date: 'm.date',
  section: 'm.section',
  severity: 'm.severity',
};
const given = (id: string, filter: MoveFilter = {}) => [
  ...[id, filter.from ?? null, filter.to ?? null, filter.section ?? null, filter.severity ?? null, filter.rule ?? null],
];
/** Rows of a download that are read at once. */
const BATCH = 1_000;

const headers = [
  ...['Person', 'Case number', 'Offense', 'Date', 'Section', 'Severity', 'Outcome before', 'Rule before'],
  ...['Outcome after', 'Rule after', 'Moved by'],
];

/** The convictions that end up elsewhere in a simulation. */
@Injectable()
export class Moves {
  constructor(
    private readonly database: Database,
    private readonly fresh: FreshFiles,
  ) {}

  list(ctx: Ctx, id: string, query: ListQuery<MoveFilter, keyof typeof sorts>): Promise<Page<MoveRow>> {
    return this.database.inCounty(ctx, async (tx) => {
      const titled = await this.titles(tx, id);
      const order = orderBy(query, sorts, 'm.no', 'm.no');
      const page = await pageOf<Stored>(tx, query, { columns, from, where, given: given(id, query.filter), order });
      return { ...page, rows: page.rows.map((row) => titled(row).move) };
    });
  }

  /** All of them as CSV. Throws `not_found`, `simulation_not_done`. */
  csv(ctx: Ctx, id: string, { filter = {}, ...to }: MoveFileBody): Promise<GivenDownload> {
    return this.fresh.give(ctx, {
      ...{ what: 'simulation_moves', subjectId: id, to, lines: this.lines(ctx, id, filter) },
      end: async (tx) => {
        const found = await one<{ moved: number; people: number }>(
          tx,
          `SELECT count(*)::int AS moved, count(DISTINCT m.person_id)::int AS people FROM ${from} WHERE ${where}`,
          given(id, filter),
        );
        const { moved = 0, people = 0 } = found ?? {};
        const detail = { moved, people, filtered: Object.keys(filter).join(' ') };
        return {
          people,
          act: { action: 'simulation.export', target: { type: 'simulation', id }, detail },
          name: ['convictions-that-move', officeDay(ctx.now)],
        };
      },
    });
  }

  private async *lines(ctx: Ctx, id: string, filter: MoveFilter): AsyncGenerator<string> {
    const titled = await this.database.inCounty(ctx, async (tx) => {
      if ((await simulationView(tx, id)).state !== 'done') throw new Refused('simulation_not_done');
      return this.titles(tx, id);
    });
    yield csvLine(headers);
    for (let after = -1; ;) {
      const batch = await this.database.inCounty(ctx, (tx) =>
        rows<Stored>(tx, `SELECT ${columns} FROM ${from} WHERE ${where} AND m.no > $7 ORDER BY m.no LIMIT ${BATCH}`, [
          ...given(id, filter),
          after,
        ]),
      );
      const last = batch.at(-1);
      if (!last) return;
      yield batch.map((row) => lineOf(titled(row))).join('');
      after = Number(last.id);
    }
  }

  /** Adds the titles of the rules of both policies, as they were tried, and tells that of the rule that moved it. */
  private async titles(tx: Tx, id: string): Promise<(row: Stored) => Titled> {
    await simulationView(tx, id);
    const { base, candidate } = await runOf(tx, id);
    const titles = { before: ruleTitles(base), after: ruleTitles(candidate ?? base) };
    return (row) => ({
      move: {
        ...row,
        ruleTitleBefore: titles.before.get(row.from.ruleId) ?? '',
        ruleTitleAfter: titles.after.get(row.to.ruleId) ?? '',
      },
      mover: titles[row.movedBy.policy].get(row.movedBy.ruleId) ?? row.movedBy.ruleId,
    });
  }
}

const words = (name: string): string => name.replaceAll('_', ' ');
const outcomeOf = ({ agency, order, outcome }: MoveRow['from']): string =>
  [words(outcome), ...(order ? [words(order)] : []), ...(agency ? [agency] : [])].join(': ');

function lineOf({ move: row, mover }: Titled): string {
  return csvLine([
    ...[row.personName, row.caseNumber, row.offense, row.date ?? '', row.section, row.severity],
    ...[outcomeOf(row.from), row.ruleTitleBefore, outcomeOf(row.to), row.ruleTitleAfter],
    mover,
  ]);
}

import type { PersonView } from '@clearance/contract';
import { birthAsOf, personOf } from '@clearance/eligibility';
import { CountyKeys, one, Refused, rows, type Tx } from '@clearance/platform';
import {
  buildHistory,
  concernsCounty,
  COLUMN,
  keptColumns,
  localDate,
  parseDojDate,
  type Count,
  type HistoryRow,
  type Step,
} from '@clearance/record';
import { convictionId, spanText } from './found-conviction.ts';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { factsOf } from '../facts/fact-store.ts';
import { historiesOfPeople } from '../import/history-store.ts';
import { filesOf } from '../import/import-files.ts';
import { termsOf } from '../terms/terms-of.ts';

const cell = (row: HistoryRow | undefined, column: keyof typeof COLUMN) => (row?.cells[COLUMN[column]] ?? '').trim();

interface FoundPerson {
  readonly name: string;
  readonly last4: string;
  readonly file: string;
  readonly importId: string;
  readonly county: string;
  readonly confirmed: PersonView['confirmed'];
}

/** The whole history of a person as a timeline, identifiers masked, each count with its source cells. */
export async function personView(
  tx: Tx,
  keys: CountyKeys,
  ctx: { countyId: string; now: Date },
  id: string,
): Promise<PersonView> {
  const person = await one<FoundPerson>(
    tx,
    `SELECT p.name, i.cii_last4 AS last4, f.file_name AS file, f.id AS "importId", c.name AS county,
            CASE WHEN cardinality(f.doubts) > 0 THEN jsonb_build_object(
              'importId', f.id, 'doubts', to_jsonb(f.doubts), 'by', confirmer.name, 'at', f.confirmed_at) END AS confirmed
       FROM person p JOIN county c ON c.id = p.county_id
       JOIN import_person i ON i.county_id = p.county_id AND i.import_id = p.import_id AND i.person_no = p.person_no
       JOIN import f ON f.county_id = p.county_id AND f.id = p.import_id
       LEFT JOIN member confirmer ON confirmer.county_id = f.county_id AND confirmer.id = f.confirmed_by WHERE p.id = $1`,
    [id],
  );
  const stored = (await historiesOfPeople(tx, [id]))[0];
  if (!person || !stored) throw new Refused('not_found');
  const key = await keys.of(tx, ctx.countyId);
  const entered = (await factsOf(tx, [id])).of(id);
  const history = buildHistory(stored.rows, (await termsOf(tx)).dispositions, { ...stored, entered });
  const taken = new Set(
    (await rows<{ id: string }>(tx, `SELECT id FROM conviction WHERE person_id = $1`, [id])).map((one) => one.id),
  );
  // Only what a policy has spoken of has a page of its own; the others are part of the history.
  const ids = new Map(
    history.convictions
      .filter((one) => concernsCounty(one, person.county))
      .map((one) => [one.count, convictionId(key, id, one)] as const)
      .filter(([, known]) => taken.has(known)),
  );
  const [first] = stored.rows;
  const inFile = parseDojDate(cell(first, 'PRI_DOB'));
  // What the file lacks somebody may have entered: it is what decisions go by.
  const decidedBy = birthAsOf(personOf(history).birth, localDate(officeDay(ctx.now)));
  const settled = inFile ? undefined : decidedBy;
  const birth = settled?.state === 'known' ? { earliest: settled.value, latest: settled.value } : inFile;
  return {
    id,
    name: person.name,
    cii: `••••${person.last4}`,
    gender: cell(first, 'GENDER'),
    birth: birth ? spanText(birth) : null,
    birthEntered: settled?.state === 'known',
    birthDoubt: decidedBy.state === 'unknown' ? decidedBy.why : null,
    age: birth && birth.earliest === birth.latest ? yearsBetween(birth.earliest, ctx.now) : null,
    race: cell(first, 'RACE_DESCR'),
    cycles: history.cycles.map((cycle) => ({
      order: cycle.order,
      date: cycle.date ? spanText(cycle.date) : null,
      steps: cycle.steps.map((step) => stepView(step, person.county, ids)),
    })),
    fileName: person.file,
    confirmed: person.confirmed,
    parts: (await filesOf(tx, person.importId)).map(({ name, linesBefore }) => ({ name, linesBefore })),
    rows: stored.rows.length,
  };
}

function stepView(
  step: Step,
  county: string,
  ids: ReadonlyMap<Count, string>,
): PersonView['cycles'][number]['steps'][number] {
  const numbers = step.counts.flatMap((count) => count.rows.map((row) => cell(row, 'OFN'))).filter(Boolean);
  return {
    order: step.order,
    kind: step.kind,
    type: step.typeText,
    date: step.date ? spanText(step.date) : null,
    agency: step.agency.name,
    county: step.agency.county,
    ownCounty: step.agency.county === county,
    caseNumbers: [...new Set(numbers)],
    counts: step.counts.map((count) => countView(count, ids.get(count) ?? null)),
  };
}

function countView(count: Count, convictionIdOf: string | null) {
  const [reference] = count.offense.references;
  return {
    order: count.order,
    offense: count.offense.text,
    charged: count.charged.text,
    section: reference ? `${reference.code ?? ''} ${reference.section}`.trim() : '',
    disposition: count.disposition.text,
    dispositionKind: count.disposition.kind,
    severity: cell(count.rows[0], 'CONV_STAT_DESCR') || cell(count.rows[0], 'OFFENSE_TOC'),
    convictionId: convictionIdOf,
    sentences: count.rows.map(sentenceText).filter(Boolean),
    comment: cell(count.rows[0], 'COMMENT_TEXT'),
    rows: count.rows.map((row) => ({ line: row.line, cells: shownCells(row) })),
  };
}

const sentenceText = (row: HistoryRow) =>
  [
    cell(row, 'SENT_LENGTH').replace(/^0+(?=\d)/, ''),
    cell(row, 'SENT_TIME_DESCR') || cell(row, 'SENT_TIME_CODE'),
    cell(row, 'SENT_LOC_DESCR'),
  ]
    .filter(Boolean)
    .join(' ');

const shownCells = (row: HistoryRow): Record<string, string> =>
  Object.fromEntries(
    keptColumns.flatMap((name) => {
      const value = cell(row, name);
      return value ? [[name, value] as const] : [];
    }),
  );

function yearsBetween(birth: string, at: Date): number {
  const today = at.toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

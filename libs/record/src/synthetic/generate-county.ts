import { COLUMNS } from '../columns.ts';
import type { LocalDate } from '../local-date.ts';
import { BROKEN, damaged } from './damage.ts';
import { syntheticLife, uneventfulCycles } from './life.ts';
import type { Life } from './life.ts';
import { syntheticPerson } from './person.ts';
import { Random } from './random.ts';
import { rowCount, rowsOfLife } from './rows-of-life.ts';
import type { Fillers, SyntheticRow } from './rows-of-life.ts';
import { scattered } from './shuffle.ts';
import type { SyntheticConviction, SyntheticDamage, SyntheticTotals } from './truth.ts';
import { truthOf } from './whole-life.ts';

export interface SyntheticOptions {
  /** In capitals, as in STP_ORI_CNTY_NAME. */
  readonly county: string;
  /** Data rows, damaged ones included; there are exactly so many. */
  readonly rows: number;
  /** The same options give the same bytes. Files of different seeds have, as a rule, different people. */
  readonly seed: number;
  /** Nothing in the file is later. After 1955. */
  readonly asOf: LocalDate;
  /** Share of the rows that are damaged, from 0 up to, not including, 1; none unless told. */
  readonly dirtyRate?: number;
  /** Whether the rows of a person stand apart; together unless told. */
  readonly scatter?: boolean;
  /** How empty cells are written: as nothing unless told, as `  -  `, or as `"  -  "` with needless quotes, as the state does. */
  readonly fillers?: Fillers;
  /** About how many rows a person has; 33 unless told. */
  readonly rowsPerPerson?: number;
  /** Whether a header comes first; it does unless told. */
  readonly header?: boolean;
}

/** The next piece of the file, in whole lines, and what is true of them. */
export interface SyntheticPart {
  readonly bytes: Uint8Array;
  readonly convictions: readonly SyntheticConviction[];
  readonly damages: readonly SyntheticDamage[];
}

export interface SyntheticCounty {
  /** Can be gone through once. */
  readonly parts: Generator<SyntheticPart, void, undefined>;
  /** Grows while the parts are taken. */
  readonly totals: SyntheticTotals;
}

const PART = 128 * 1024;
/** Too few rows for an arrest, a court's action and what follows it. */
const LEAST_LIFE = 12;
/** What a person has where nothing else is asked for, on average. */
const USUAL_ROWS = 33;

/**
 * Invents the file of a county: people with at least one marijuana charge there, with all they did in other counties.
 * Nobody in it exists. What it says is known by construction and comes along as the truth.
 *
 * @throws RangeError when `rows` or `dirtyRate` makes no sense
 */
export function generateCounty(options: SyntheticOptions): SyntheticCounty {
  const { rows, dirtyRate = 0 } = options;
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError(`not a number of rows: ${rows}`);
  if (!(dirtyRate >= 0 && dirtyRate < 1)) throw new RangeError(`not a share of rows from 0 up to 1: ${dirtyRate}`);
  const totals: SyntheticTotals = {
    rows: 0,
    damaged: 0,
    bytes: 0,
    people: 0,
    peopleInScope: 0,
    convictions: 0,
    inScope: { '11357': 0, '11358': 0, '11359': 0, '11360': 0 },
    unknownDispositions: 0,
  };
  return { totals, parts: partsOf(options, totals) };
}

function* partsOf(options: SyntheticOptions, totals: SyntheticTotals): Generator<SyntheticPart, void, undefined> {
  const { rows, seed, dirtyRate = 0, header = true } = options;
  const bad = Math.min(Math.round(rows * dirtyRate), Math.max(0, rows - 1));
  const people = peopleOf(options, rows - bad, totals);
  const good = options.scatter ? scattered(new Random(seed, 1), people) : inTurn(people);
  const random = new Random(seed, 2);
  const encoder = new TextEncoder();
  let text = header ? `${COLUMNS.join(',')}\n` : '';
  let line = header ? 1 : 0;
  let convictions: SyntheticConviction[] = [];
  let damages: SyntheticDamage[] = [];
  let goodLeft = rows - bad;
  const flush = (): SyntheticPart => {
    const part = { bytes: breakBytes(encoder.encode(text), damages), convictions, damages };
    totals.bytes += part.bytes.length;
    [text, convictions, damages] = ['', [], []];
    return part;
  };
  for (const row of good) {
    text += `${++totals.rows}${row.line}\n`;
    line++;
    goodLeft--;
    if (row.conviction) convictions.push({ ...row.conviction, line });
    while (
      totals.damaged < bad &&
      (goodLeft === 0 || (row.hasCountOrder && random.chance((bad - totals.damaged) / goodLeft)))
    ) {
      const double = damaged(random, `${++totals.rows}${row.line}`);
      text += `${double.text}\n`;
      damages.push({ line: ++line, reason: double.reason });
      totals.damaged++;
    }
    if (text.length >= PART) yield flush();
  }
  if (text !== '') yield flush();
}

function* inTurn(people: Iterable<readonly SyntheticRow[]>): Generator<SyntheticRow> {
  for (const rows of people) yield* rows;
}

/** The rows of one person after another, `rows` in all. */
function* peopleOf(options: SyntheticOptions, rows: number, totals: SyntheticTotals): Generator<SyntheticRow[]> {
  const { county, seed, asOf, fillers = 'none', rowsPerPerson = USUAL_ROWS } = options;
  for (let left = rows; left > 0;) {
    const number = ++totals.people;
    const random = new Random(seed, 1000 + number);
    const person = syntheticPerson(random, seed, number, asOf);
    let life: Life = { cycles: [], registered: false, deceased: false };
    if (left >= LEAST_LIFE) life = syntheticLife(random, person, county, asOf, left, rowsPerPerson / USUAL_ROWS);
    const missing = left - rowCount(life.cycles);
    if (missing < LEAST_LIFE) {
      // What is left is too little for another person, so this one has it.
      const from = life.cycles.at(-1)?.date ?? person.birth;
      life = { ...life, cycles: [...life.cycles, ...uneventfulCycles(county, from, missing)] };
    }
    left -= rowCount(life.cycles);
    const truth = truthOf(person, life, county, asOf);
    const certain = [...truth.values()].filter((told) => told.certain);
    if (certain.length > 0) totals.peopleInScope++;
    for (const { section } of certain) totals.inScope[section]++;
    for (const cycle of life.cycles) {
      totals.unknownDispositions += cycle.unknownDispositions;
      totals.convictions += cycle.rows.filter(({ conviction }) => conviction?.certain).length;
    }
    yield rowsOfLife(person, life, truth, fillers);
  }
}

/** Puts bytes that no encoding allows where the damage left its mark. */
function breakBytes(bytes: Uint8Array, damages: readonly SyntheticDamage[]): Uint8Array {
  if (!damages.some(({ reason }) => reason === 'invalid_bytes')) return bytes;
  const mark = new TextEncoder().encode(BROKEN);
  for (let at = bytes.indexOf(mark[0] ?? 0); at >= 0; at = bytes.indexOf(mark[0] ?? 0, at + 1)) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) bytes.set([0xff, 0xfe, 0xff], at);
  }
  return bytes;
}

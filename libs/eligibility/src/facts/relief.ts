import type { CellRef, Conviction, Count, Disposition, Likeness, PlacedCount } from '@clearance/record';
import { dateOfRow, isDateAfter, isSameCase, isStepAfter, mayBeSameOffense, numberOf } from '@clearance/record';

import type { Fact } from '../fact.ts';
import { known, unknown } from '../fact.ts';

/** What a later row did to a conviction: it no longer stands, it is now a lesser one, or nothing. */
export interface Relief {
  readonly how: 'none' | 'reduced' | 'ended';
  /** The wording of the row, empty for nothing. */
  readonly text: string;
  /** Whether the conviction still counts as an earlier one of the person. */
  readonly countsAsPrior: boolean;
  /** Of one that no longer stands: what did more than set it aside, by its wording; empty where nothing did. */
  readonly erased?: Fact<string>;
  /** Of one that no longer stands: what reduced it as well, or may have. */
  readonly reduced?: Fact<Relief>;
}

const NOTHING: Fact<Relief> = known({ how: 'none', text: '', countsAsPrior: true }, []);

/**
 * Whether later rows of the same count, or of the same offense in a later court step of the same case, took the
 * conviction away (PC 1203.4, 1203.4a, 1203.41; vacated; HS 11361.8) or reduced it (PC 17(b), 1170.18). A wording that
 * the dictionary does not hold could be either: unknown. So is what may speak of another case or came at no known time.
 *
 * @param convictions every one of the person, to tell apart counts of one case
 * @param courtCounts every court count of the person
 */
export function reliefOf(
  conviction: Conviction,
  convictions: readonly Conviction[],
  courtCounts: readonly PlacedCount[],
): Fact<Relief> {
  let found = NOTHING;
  let ended: Fact<Relief> | undefined;
  let countsAsPrior = true;
  const further: Fact<string>[] = [];
  for (const later of laterDispositions(conviction, convictions, courtCounts)) {
    const next = reading(later);
    if (!next) continue;
    if (next.state !== 'known') {
      const effectOnIt = erasedBy(later.disposition.text, next.cells);
      if (effectOnIt.state !== 'known' || effectOnIt.value !== '') further.push(unknown(next.why, next.cells));
    } else if (next.value.how === 'ended') {
      ended ??= next;
      countsAsPrior &&= next.value.countsAsPrior;
      further.push(erasedBy(next.value.text, next.cells));
      continue;
    }
    if (found.state === 'known') found = next;
  }
  if (ended?.state !== 'known') return found;
  const reduced = found === NOTHING ? {} : { reduced: found };
  const erased = anyErased(further, ended.cells);
  return known({ ...ended.value, countsAsPrior, erased, ...reduced }, ended.cells);
}

/** PC 1203.4 and the provisions with the same effect, and the note of PC 1203.425: HS 11361.8 gives more than these. */
const SETS_ASIDE = /1203\.4(?:A|1|2|25)?(?!\w)(?:\(\w+\))*/gi;
/** The number of another provision, or a word for what nobody does under these. */
const DOES_MORE = /\d|vacat|revers|pardon|seal/i;

/**
 * Whether an order that took a conviction away did more than set it aside: the wording then, empty where it did not. One
 * that names no provision, such as `CONV SET ASIDE & DISM`, may be either.
 */
export function erasedBy(text: string, cells: readonly CellRef[]): Fact<string> {
  const rest = text.replaceAll(SETS_ASIDE, '');
  if (DOES_MORE.test(rest)) return known(text, cells);
  if (rest !== text) return known('', cells);
  return unknown(`under which law "${text}" took the conviction away is not known`, cells);
}

/** One order that did more is enough. */
export function anyErased(orders: readonly Fact<string>[], cells: readonly CellRef[]): Fact<string> {
  const didMore = orders.find((each) => each.state === 'known' && each.value !== '');
  return didMore ?? orders.find(({ state }) => state !== 'known') ?? known('', cells);
}

interface Later {
  readonly disposition: Disposition;
  /** False where the row may speak of another count, or may have come before the conviction. */
  readonly sure: boolean;
  /** Whether it stands under the number of this count, or under that of a case whose counts may be numbered anew. */
  readonly sameNumber: boolean;
}

function reading({ disposition, sameNumber, sure }: Later): Fact<Relief> | undefined {
  const { cell, kind, text } = disposition;
  const how = effect(disposition);
  // A charge dropped later under another number was another count; only words of relief reach across counts.
  if (how === 'none' || (kind === 'not_convicted' && !sameNumber)) return undefined;
  if (how === 'unclear') return unknown(`what the later disposition "${text}" means is not known`, [cell]);
  if (!sure) return unknown(`whether "${text}" speaks of this count is not clear`, [cell]);
  // A conviction set aside under PC 1203.4 may still be pleaded as a prior: PC 1203.4(a)(1).
  return known({ how, text, countsAsPrior: how === 'reduced' || /1203/.test(text) }, [cell]);
}

function effect({ kind }: Disposition): Relief['how'] | 'unclear' {
  if (kind === 'relieved' || kind === 'not_convicted') return 'ended';
  if (kind === 'reduced') return 'reduced';
  return kind === 'unknown' ? 'unclear' : 'none';
}

const hasEffect = (disposition: Disposition): boolean => effect(disposition) !== 'none';

function laterDispositions(
  conviction: Conviction,
  convictions: readonly Conviction[],
  courtCounts: readonly PlacedCount[],
): Later[] {
  const later: Later[] = dispositionsOfCount(conviction.count);
  for (const other of courtCounts) {
    if (other.count === conviction.count || !other.count.dispositions.some(hasEffect)) continue;
    if (conviction.reports.some(({ count }) => count === other.count)) {
      for (const disposition of other.count.dispositions) later.push({ disposition, sure: true, sameNumber: true });
      continue;
    }
    const after = isAfter(other, conviction);
    if (after === 'no') continue;
    for (const disposition of other.count.dispositions) {
      if (!hasEffect(disposition)) continue;
      const { same, sameNumber } = likeness(conviction, other, disposition, convictions, courtCounts);
      if (same !== 'no') later.push({ disposition, sure: same === 'yes' && after === 'yes', sameNumber });
    }
  }
  return later;
}

/**
 * What the rows of the count itself say beside the one that decided it. They may stand in any order: what ended a
 * conviction on a day of its own came later, and on the same day nobody can say.
 */
function dispositionsOfCount(count: Count): Later[] {
  const decided = count.disposition.cell.line;
  const later: Later[] = [];
  let isAfterwards = false;
  for (const disposition of count.dispositions) {
    const { kind } = disposition;
    const isRelief = kind === 'relieved' || kind === 'reduced';
    if (disposition.cell.line === decided) {
      isAfterwards = true;
      if (isRelief) later.push({ disposition, sure: true, sameNumber: true });
    } else if (isRelief || !isBefore(count, disposition.cell.line, decided)) {
      later.push({ disposition, sure: isRelief || isAfterwards, sameNumber: true });
    }
  }
  return later;
}

/** Whether one row of a count is surely of an earlier day than another. */
function isBefore({ rows }: Count, line: number, other: number): boolean {
  const dateOf = (wanted: number) => {
    const row = rows.find((each) => each.line === wanted);
    return row && dateOfRow(row);
  };
  return isDateAfter(dateOf(other), dateOf(line)) === 'yes';
}

/** Whether a step came after the conviction, or after one of its reports. */
function isAfter(other: PlacedCount, conviction: Conviction): Likeness {
  const own = isStepAfter(other, conviction);
  if (own === 'yes') return own;
  return conviction.reports.some((report) => isStepAfter(other, report) === 'yes') ? 'yes' : own;
}

/** Whether a later disposition speaks of this conviction. */
function likeness(
  conviction: Conviction,
  other: PlacedCount,
  disposition: Disposition,
  convictions: readonly Conviction[],
  courtCounts: readonly PlacedCount[],
): { readonly same: Likeness; readonly sameNumber: boolean } {
  const sameNumber = numberOf(other.count) === numberOf(conviction.count);
  const no = { same: 'no', sameNumber } as const;
  if (!mayBeSameOffense(conviction.count, other.count)) return no;
  const ofCase = caseLikeness(conviction, other);
  if (ofCase === 'perhaps') return { same: 'perhaps', sameNumber: true };
  if (ofCase === 'no')
    return isOrphan(conviction, other, disposition, courtCounts) ? { same: 'perhaps', sameNumber } : no;
  if (sameNumber) return { same: 'yes', sameNumber };
  const rivals = convictions.filter(
    (rival) => rival.step === conviction.step && mayBeSameOffense(rival.count, other.count),
  );
  if (rivals.length <= 1) return { same: 'yes', sameNumber };
  return rivals.some((rival) => numberOf(rival.count) === numberOf(other.count)) ? no : { same: 'perhaps', sameNumber };
}

/** What has no number goes on with the case of its cycle. */
function caseLikeness(conviction: Conviction, other: PlacedCount): Likeness {
  let best: Likeness = 'no';
  for (const member of [conviction, ...conviction.reports]) {
    const same = isSameCase(member, other);
    if (same === 'yes') return same;
    if (same === 'no') continue;
    if (member.caseNumber === '' || other.caseNumber === '') return 'yes';
    best = same;
  }
  return best;
}

/** Words of relief in the same cycle, under a number that has no conviction: it may be a number of the court above. */
function isOrphan(
  { cycle, step }: Conviction,
  other: PlacedCount,
  { kind }: Disposition,
  courtCounts: readonly PlacedCount[],
): boolean {
  if (kind !== 'relieved' || cycle !== other.cycle || cycle.order === '') return false;
  const [county, second] = [step.agency.county, other.step.agency.county];
  if (county !== '' && second !== '' && county !== second) return false;
  return !courtCounts.some(
    (each) =>
      each.count !== other.count &&
      isSameCase(each, other) !== 'no' &&
      ['convicted', 'unknown', 'reduced', 'adjudicated'].includes(each.count.disposition.kind),
  );
}

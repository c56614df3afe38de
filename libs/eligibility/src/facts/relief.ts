import type { CellRef, Count, Cycle, Disposition, Step } from '@clearance/record';
import { textOf } from '@clearance/record';

import type { Fact } from '../fact.ts';
import { known, unknown } from '../fact.ts';

/** What a later row did to a conviction: it no longer stands, it is now a lesser one, or nothing. */
export interface Relief {
  readonly how: 'none' | 'reduced' | 'ended';
  /** The wording of the row, empty for nothing. */
  readonly text: string;
  /** Whether the conviction still counts as an earlier one of the person. */
  readonly countsAsPrior: boolean;
  /** Set aside under PC 1203.4 and its neighbors, which HS 11361.8 goes beyond; the row, where nothing went further. */
  readonly setAside?: boolean;
  /** A later row that may have gone further than the one that set the conviction aside. */
  readonly further?: { readonly why: string; readonly cells: readonly CellRef[] };
}

/** What of a conviction is needed to find the rows that came after it. */
export interface ConvictedCount {
  readonly cycle: Cycle;
  readonly step: Step;
  readonly count: Count;
}

const NOTHING: Fact<Relief> = known({ how: 'none', text: '', countsAsPrior: true }, []);

/**
 * Whether later rows of the same count, or of the same offense in a later court step of the same case, took the
 * conviction away (PC 1203.4, 1203.4a, 1203.41; vacated; HS 11361.8) or reduced it (PC 17(b), 1170.18). A wording that
 * the dictionary does not hold could be either: unknown.
 *
 * @param siblings every conviction of the person, to tell apart counts of one case
 */
export function reliefOf(conviction: ConvictedCount, siblings: readonly ConvictedCount[]): Fact<Relief> {
  let found = NOTHING;
  let setAside: Fact<Relief> | undefined;
  for (const later of laterDispositions(conviction, siblings)) {
    const next = reading(later);
    if (next?.state === 'known' && next.value.how === 'ended') {
      if (!next.value.setAside) return next;
      setAside ??= next;
    } else if (next && found.state === 'known') found = next;
  }
  if (setAside?.state !== 'known') return found;
  // What nobody can read may have taken the conviction away for good; that it was set aside is certain either way.
  if (found.state === 'known') return setAside;
  return known({ ...setAside.value, further: { why: found.why, cells: found.cells } }, setAside.cells);
}

interface Later {
  readonly disposition: Disposition;
  /** False where the row may speak of another count. */
  readonly sure: boolean;
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
  const setAside = how === 'ended' && /1203/.test(text);
  return known({ how, text, countsAsPrior: how === 'reduced' || setAside, ...(setAside ? { setAside } : {}) }, [cell]);
}

function effect({ kind }: Disposition): Relief['how'] | 'unclear' {
  if (kind === 'relieved' || kind === 'not_convicted') return 'ended';
  if (kind === 'reduced') return 'reduced';
  return kind === 'unknown' ? 'unclear' : 'none';
}

function laterDispositions(conviction: ConvictedCount, siblings: readonly ConvictedCount[]): Later[] {
  const { count, cycle, step } = conviction;
  const later: Later[] = [];
  for (const disposition of count.dispositions) {
    const isRelief = disposition.kind === 'relieved' || disposition.kind === 'reduced';
    if (!isRelief && disposition.cell.line <= count.disposition.cell.line) continue;
    later.push({ disposition, sure: true, sameNumber: true });
  }
  for (const other of cycle.steps) {
    if (other.kind !== 'court' || other.order <= step.order) continue;
    for (const candidate of other.counts) {
      const same = isSameCount(conviction, candidate, siblings);
      if (same === 'no') continue;
      const sameNumber = number(candidate) === number(count);
      for (const disposition of candidate.dispositions) later.push({ disposition, sure: same === 'yes', sameNumber });
    }
  }
  return later;
}

/** The count within its step: the third group of three digits of CNT_ORDER. */
function number(count: Count): string {
  return count.order.slice(6, 9);
}

function caseNumbers(count: Count): string[] {
  return count.rows.map((row) => textOf(row, 'OFN')).filter((text) => text !== '');
}

function isSameCount(
  conviction: ConvictedCount,
  candidate: Count,
  siblings: readonly ConvictedCount[],
): 'yes' | 'no' | 'perhaps' {
  if (!mayBeSameOffense(conviction.count, candidate)) return 'no';
  const own = caseNumbers(conviction.count);
  const others = caseNumbers(candidate);
  if (own.length > 0 && others.length > 0 && !others.some((text) => own.includes(text))) return 'no';
  if (number(candidate) === number(conviction.count)) return 'yes';
  const rivals = siblings.filter(
    (sibling) => sibling.step === conviction.step && mayBeSameOffense(sibling.count, candidate),
  );
  if (rivals.length <= 1) return 'yes';
  return rivals.some((rival) => number(rival.count) === number(candidate)) ? 'no' : 'perhaps';
}

/** Shares a section; or one of the two gives no offense that can be read. */
function mayBeSameOffense(a: Count, b: Count): boolean {
  const sections = sectionsOf(a);
  const others = sectionsOf(b);
  return sections.length === 0 || others.length === 0 || others.some((section) => sections.includes(section));
}

function sectionsOf({ charged, offense }: Count): string[] {
  const references = offense === charged ? charged.references : [...offense.references, ...charged.references];
  return references.map(({ section }) => section);
}

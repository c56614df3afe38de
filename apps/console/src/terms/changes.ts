import type { AgencyRouting, DispositionMeaning, TermsVersion } from '@clearance/contract';
import { counted } from '../ui/format.ts';
import { kindWords } from './kind-words.ts';
import { routeInWords } from './route-words.ts';

/** A wording whose meaning is perhaps not chosen yet. */
export interface WordingDraft {
  readonly wording: string;
  readonly kind: DispositionMeaning | '';
}

/** What somebody is about to save. */
export interface TermsDraft {
  readonly dispositions: readonly WordingDraft[];
  readonly routing: AgencyRouting | null;
}

export const nothingOwn: TermsDraft = { dispositions: [], routing: null };

/** What a person compares wordings by: capitals, single blanks. */
export const plainWording = (text: string): string => text.trim().replace(/\s+/g, ' ').toUpperCase();

/**
 * What one version says otherwise than the one before, a sentence each.
 * @param shipped the table that holds where a version has none of its own
 */
export function changesBetween(before: TermsDraft, after: TermsDraft, shipped: AgencyRouting | null = null): string[] {
  return [...wordingChanges(before, after), ...routingChanges(before.routing, after.routing, shipped)];
}

const meaning = ({ kind }: WordingDraft) => (kind === '' ? 'something not chosen yet' : kindWords[kind].means);

function wordingChanges(before: TermsDraft, after: TermsDraft): string[] {
  const old = new Map(before.dispositions.map((one) => [plainWording(one.wording), one]));
  const now = new Map(after.dispositions.map((one) => [plainWording(one.wording), one]));
  const says = [...now].flatMap(([wording, one]) => {
    const was = old.get(wording);
    const name = wording === '' ? 'A wording that is not written yet' : `“${wording}”`;
    if (!was) return [`${name} means ${meaning(one)}.`];
    return was.kind === one.kind ? [] : [`${name} means ${meaning(one)}, no longer ${meaning(was)}.`];
  });
  const gone = [...old.keys()].filter((wording) => !now.has(wording));
  return [...says, ...gone.map((wording) => `“${wording}” is no longer in the office’s dictionary.`)];
}

function routingChanges(
  before: AgencyRouting | null,
  after: AgencyRouting | null,
  shipped: AgencyRouting | null,
): string[] {
  if (!before && !after) return [];
  if (!before && after) {
    const holds = `The office’s own table of agencies holds, with ${counted(after.routes.length, 'line')}.`;
    return shipped ? [holds, ...lineChanges(shipped, after)] : [holds];
  }
  if (before && after) return lineChanges(before, after);
  return ['The office’s own table of agencies is given up; the shipped one holds, where there is one.'];
}

function lineChanges(before: AgencyRouting, after: AgencyRouting): string[] {
  const old = before.routes.map((route) => JSON.stringify(route));
  const now = after.routes.map((route) => JSON.stringify(route));
  const added = after.routes.filter((_, index) => !old.includes(now[index] ?? ''));
  const gone = before.routes.filter((_, index) => !now.includes(old[index] ?? ''));
  const moved = added.length === 0 && gone.length === 0 && old.join() !== now.join();
  return [
    ...added.map((route) => `New line: ${routeInWords(route)}.`),
    ...gone.map((route) => `Line removed: ${routeInWords(route)}.`),
    ...(moved ? ['The lines of the table stand in another order.'] : []),
    ...(before.cite === after.cite ? [] : [`The table is said to come from: ${after.cite || 'nothing is said'}.`]),
  ];
}

/** A version as a draft to compare with. */
export const draftOf = ({ dispositions, routing }: Pick<TermsVersion, 'dispositions' | 'routing'>): TermsDraft => ({
  dispositions,
  routing,
});

import { opaqueId } from '@clearance/platform';
import { ownCopy, type Conviction } from '@clearance/record';

/** A conviction as a file has it. */
export interface FoundConviction {
  readonly id: string;
  readonly personId: string;
  readonly importId: string;
  readonly caseNumber: string;
  readonly offense: string;
  readonly court: string;
  /** `1979-03-02`, or only the part that the file knows. */
  readonly dateText: string | null;
  readonly dateFrom: string | null;
  readonly decade: number;
  readonly historyDigest: string;
}

/** The same person, case, count, section and date give the same id in every file of the county. */
export const convictionId = (key: Buffer, personId: string, conviction: Pick<Conviction, 'key'>): string =>
  opaqueId(key, `conviction ${personId} ${conviction.key}`);

/** What is kept of a conviction beside its person's history, so that lists need not read histories. */
export function foundOf(
  key: Buffer,
  person: { readonly personId: string; readonly importId: string; readonly digest: string },
  conviction: Conviction,
): FoundConviction {
  const { date } = conviction;
  return {
    id: convictionId(key, person.personId, conviction),
    personId: person.personId,
    importId: person.importId,
    caseNumber: ownCopy(conviction.caseNumber),
    offense: ownCopy(conviction.count.offense.text),
    court: ownCopy(conviction.step.agency.name),
    dateText: date ? spanText(date) : null,
    dateFrom: date?.earliest ?? null,
    decade: date ? Math.floor(Number(date.earliest.slice(0, 4)) / 10) * 10 : 0,
    historyDigest: person.digest,
  };
}

/** `1979-03-02`, or only the part that the file knows: `1979-03`, `1979`. */
export function spanText({ earliest, latest }: { readonly earliest: string; readonly latest: string }): string {
  if (earliest === latest) return earliest;
  return earliest.slice(0, 7) === latest.slice(0, 7) ? earliest.slice(0, 7) : earliest.slice(0, 4);
}

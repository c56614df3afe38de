import type { DateRange, LocalDate } from '../local-date.ts';
import type { RejectReason } from '../reading/batch.ts';

/**
 * What is true of one marijuana conviction of the county, because it was made so; or of a count of which nobody can tell
 * whether it is one. "Earlier" is strictly earlier, of all certain convictions of the person in any county, relieved ones
 * included, by their true dates.
 */
export interface SyntheticConviction {
  readonly cii: string;
  readonly subjectId: string;
  /** As `buildHistory` makes it. */
  readonly key: string;
  /** False where the disposition is a wording that no dictionary holds. */
  readonly certain: boolean;
  /** Of its first row in the file. */
  readonly line: number;
  readonly county: string;
  readonly caseNumber: string;
  /** Today's section of the Health and Safety Code, also where the file has the number of old. */
  readonly section: '11357' | '11358' | '11359' | '11360';
  readonly subdivision: string | undefined;
  readonly made: 'attempt' | 'conspiracy' | undefined;
  /** A section from before the recodification of 1972. */
  readonly historic: boolean;
  /** Where the file says what the offense was; `nowhere` where it leaves out the code or the section. */
  readonly readFrom: 'description' | 'plea' | 'comment' | 'nowhere';
  /** As convicted, before any reduction; undefined where the file does not say. */
  readonly severity: 'felony' | 'misdemeanor' | undefined;
  readonly date: LocalDate;
  /** What the file says of the date; undefined where it leaves it blank. */
  readonly dateOnFile: DateRange | undefined;
  readonly ageAtConviction: number;
  readonly ageAsOf: number;
  readonly relief: 'set_aside' | 'reduced' | undefined;
  readonly earlierSuperStrike: boolean;
  readonly earlierRegistrable: boolean;
  /** The person is registered under PC 290. */
  readonly registered: boolean;
  readonly deceased: boolean;
  readonly earlierSameSection: number;
  /** Every certain conviction of the person, in any county, is one of HS 11357 to 11360. */
  readonly onlyCannabis: boolean;
  /** The latest certain conviction of the person, in any county; the birth date where there is none. */
  readonly latestConviction: LocalDate;
  /** The outcome under `prop64-dismiss-all`. A conviction that was only reduced still stands. */
  readonly dismissAll: 'dismiss' | 'needs_review' | 'not_eligible' | 'out_of_scope';
}

/** A data row that cannot be accepted, and why. It is the damaged double of a row that stands before it. */
export interface SyntheticDamage {
  readonly line: number;
  readonly reason: RejectReason;
}

/** Sums over what has been generated so far; of the whole file once its last part has been taken. */
export interface SyntheticTotals {
  /** Data rows, damaged ones included. */
  rows: number;
  damaged: number;
  bytes: number;
  people: number;
  /** People with at least one certain conviction of the county for HS 11357 to 11360. */
  peopleInScope: number;
  /** All certain convictions of all people. */
  convictions: number;
  /** Certain convictions of the county for HS 11357 to 11360, by section. */
  inScope: Record<SyntheticConviction['section'], number>;
  /** Court counts with a wording that no dictionary holds, in any county. They may be convictions, and count as none here. */
  unknownDispositions: number;
}
